package dev.catavento.simulator;

import dev.catavento.simulator.telemetry.file.WriteMode;
import dev.catavento.simulator.telemetry.file.WriteOptions;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Starts the simulator; bad settings end it with one line on stderr and exit code 1 before anything else happens. */
@QuarkusMain
public final class SimulatorMain implements QuarkusApplication {

    public static void main(String[] args) {
        if (args.length > 0) {
            System.exit(command(List.of(args)));
        }
        List<String> problems = Rehearsal.isAsked() ? Rehearsal.prepare() : SettingsCheck.problems(System.getenv());
        if (!problems.isEmpty()) {
            System.err.println("source-simulator cannot start: " + String.join("; ", problems));
            System.exit(1);
        }
        SettingsCheck.ignoreEmpty(System.getenv());
        Quarkus.run(SimulatorMain.class, args);
    }

    /** What is asked for on the command line instead of a server. */
    private static int command(List<String> words) {
        if (!words.getFirst().equals("write")) {
            System.err.println("source-simulator: without words it serves, '" + words.getFirst() + "' is unknown; "
                    + WriteOptions.USAGE);
            return 2;
        }
        String seed =
                System.getenv().getOrDefault("CATAVENTO_SIMULATOR_SEED", "").strip();
        try {
            long number = seed.isEmpty() ? SettingsCheck.USUAL_SEED : Long.parseLong(seed);
            return WriteMode.run(words.subList(1, words.size()), number, System.out, System.err);
        } catch (NumberFormatException e) {
            System.err.println(
                    "source-simulator write: CATAVENTO_SIMULATOR_SEED must be a whole number, not '" + seed + "'");
            return 1;
        }
    }

    @Override
    public int run(String... args) {
        if (Rehearsal.isAsked()) {
            return Rehearsal.run();
        }
        Quarkus.waitForExit();
        return 0;
    }
}
