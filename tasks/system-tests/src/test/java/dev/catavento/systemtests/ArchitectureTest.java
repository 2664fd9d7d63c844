package dev.catavento.systemtests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.catavento.testsupport.ProjectFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What depends on what, and what happens in one place only. */
class ArchitectureTest {
    private static final String OURS = "dev.catavento..";
    private static final String DOMAIN = "dev.catavento.domain..";
    private static final String TASK_KIT = "dev.catavento.task..";
    private static final String SOURCE_KIT = "dev.catavento.source..";
    private static final String STORE = "dev.catavento.store..";
    private static final List<String> APPS = List.of(
            "dev.catavento.migratestore..",
            "dev.catavento.maintainstore..",
            "dev.catavento.extractsigel..",
            "dev.catavento.loadpostgis..",
            "dev.catavento.exporttableau..",
            "dev.catavento.watchstore..",
            "dev.catavento.simulator..",
            "dev.catavento.enginegate..");

    private static final JavaClasses CLASSES = new ClassFileImporter().importPaths(builtClasses());

    @Test
    void theDomainKnowsNothingButTheJdk() {
        hold(classes()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(DOMAIN, "java.."));
    }

    @Test
    void theTaskKitKnowsNothingOfOurs() {
        onlyKnows(TASK_KIT);
    }

    @Test
    void theSourceKitKnowsTheTaskKit() {
        onlyKnows(SOURCE_KIT, TASK_KIT);
    }

    @Test
    void theStoreKnowsTheDomainAndTheTaskKit() {
        onlyKnows(STORE, DOMAIN, TASK_KIT);
    }

    @Test
    void noAppKnowsAnother() {
        for (var app : APPS) {
            onlyKnows(app, DOMAIN, TASK_KIT, SOURCE_KIT, STORE);
        }
    }

    /** The simulated source has a database of its own, as a real one has: it is no store, and no task sees it. */
    @Test
    void onlyTheStoreSpeaksPostgresql() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackage(STORE)
                .and()
                .resideOutsideOfPackage("dev.catavento.simulator.telemetry.stored")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.postgresql.."));
    }

    @Test
    void onlyCommandsAndTheTaskKitKnowPicocli() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackage(TASK_KIT)
                .and()
                .haveSimpleNameNotEndingWith("Command")
                .and()
                .haveSimpleNameNotContaining("Command_")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli.."));
    }

    @Test
    void onePlaceMayEndTheProcess() {
        hold(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.catavento.task.TaskMain")
                .and()
                .resideOutsideOfPackage("dev.catavento.simulator..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class));
    }

    @Test
    void namesSayWhatAThingIs() {
        hold(noClasses()
                .that()
                .resideInAPackage(OURS)
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager"));
    }

    private static void onlyKnows(String layer, String... below) {
        var allowed = Stream.concat(Stream.of(layer), Arrays.stream(below)).toArray(String[]::new);
        hold(classes()
                .that()
                .resideInAPackage(layer)
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(allowed)
                        .or(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(OURS)))));
    }

    private static void hold(ArchRule rule) {
        rule.check(CLASSES);
    }

    private static List<Path> builtClasses() {
        var tasks = ProjectFiles.root().resolve("tasks");
        return Stream.of(
                        "domain",
                        "task-kit",
                        "source-kit",
                        "store",
                        "migrate-store",
                        "maintain-store",
                        "extract-sigel",
                        "downsample-telemetry",
                        "load-postgis",
                        "export-tableau",
                        "watch-store",
                        "source-simulator",
                        "engine-gate")
                .map(module -> tasks.resolve(module).resolve("target/classes"))
                .peek(folder -> {
                    if (!Files.isDirectory(folder)) {
                        throw new IllegalStateException(folder + " is missing: build all modules first");
                    }
                })
                .toList();
    }
}
