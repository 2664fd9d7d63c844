package dev.catavento.simulator;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Starts the simulator; bad settings end it with one line on stderr and exit code 1 before anything else happens. */
@QuarkusMain
public final class SimulatorMain implements QuarkusApplication {

    public static void main(String[] args) {
        List<String> problems = Rehearsal.isAsked() ? Rehearsal.prepare() : SettingsCheck.problems(System.getenv());
        if (!problems.isEmpty()) {
            System.err.println("source-simulator cannot start: " + String.join("; ", problems));
            System.exit(1);
        }
        SettingsCheck.ignoreEmpty(System.getenv());
        Quarkus.run(SimulatorMain.class, args);
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
