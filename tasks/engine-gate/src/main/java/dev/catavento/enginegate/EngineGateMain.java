package dev.catavento.enginegate;

import dev.catavento.task.ErrorKind;
import dev.catavento.task.ExitCode;
import dev.catavento.task.OneLine;
import dev.catavento.task.Setting;
import dev.catavento.task.Settings;
import dev.catavento.task.TaskException;
import dev.catavento.task.UnknownSettings;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Starts the gate. It ends by the same codes as a task, but is none: no day, no report, and it runs until it is
 * stopped.
 */
@QuarkusMain(name = "engine-gate")
public final class EngineGateMain implements QuarkusApplication {
    private static final Logger LOG = Logger.getLogger(EngineGateMain.class);

    @Override
    public int run(String... arguments) {
        try {
            return EngineGateCommand.run(arguments, EngineGateMain::check, EngineGateMain::serve);
        } catch (EngineGateCommand.UsageException wrong) {
            LOG.errorf("%s — --help lists the options", OneLine.of(wrong.getMessage()));
            return ExitCode.USAGE.code();
        } catch (TaskException wrong) {
            LOG.errorf("%s — %s", wrong.getMessage(), wrong.hint());
            return wrong.kind().exitCode().code();
        } catch (Exception bug) {
            LOG.error("the gate ended by a bug", bug);
            return ErrorKind.BUG.exitCode().code();
        }
    }

    private static int check() {
        Optional<String> wrong = HealthCheck.problem(settings().address());
        wrong.ifPresent(problem -> LOG.errorf("not healthy: %s", problem));
        return wrong.isPresent() ? ExitCode.BUG.code() : ExitCode.DONE.code();
    }

    private static int serve() throws Exception {
        if (System.getenv(Setting.REHEARSAL.variable()) != null) {
            return Rehearsal.run();
        }
        var settings = settings();
        try (var server = GateServer.open(settings)) {
            LOG.infof(
                    "gate '%s' listens on %s for %s; images %s, networks %s, binds below %s, sources %s",
                    settings.instance(),
                    server.address(),
                    settings.socket(),
                    settings.images(),
                    settings.networks(),
                    settings.folders().exports().map(Object::toString).orElse("nothing"),
                    settings.folders().sources().map(Object::toString).orElse("nowhere"));
            server.serve();
        }
        return ExitCode.DONE.code();
    }

    private static GateSettings settings() {
        UnknownSettings.refuse(System.getenv().keySet());
        return GateSettings.of(new Settings(System.getenv(), "engine-gate"));
    }
}
