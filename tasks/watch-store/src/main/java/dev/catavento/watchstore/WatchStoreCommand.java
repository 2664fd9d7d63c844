package dev.catavento.watchstore;

import dev.catavento.task.TaskCommand;
import dev.catavento.task.TaskRequest;
import dev.catavento.task.TaskResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import picocli.CommandLine.Command;

/** Looks at the ledger, keeps the list of incidents, and tells people of what is new. */
@Singleton
@Command(
        name = "watch-store",
        header = "Finds what needs a person, and tells it by e-mail and webhook: once, and once when it is well again.",
        description = {
            "Failed tasks, refused publications, days not complete by CATAVENTO_ALERT_DEADLINE, days without any run, tasks",
            "slower than twice their median, counts far from their usual. Each is a row of out.incident; destinations are",
            "set by CATAVENTO_ALERT_*, and what one does not take is tried again at the next run. --day and --force change",
            "nothing: it is always now. rows.read counts the runs looked at, rows.written the incidents opened and closed.",
            "Runs as a login in the role catavento_watch."
        })
public class WatchStoreCommand extends TaskCommand {
    private final Watch watch;

    @Inject
    WatchStoreCommand(Watch watch) {
        this.watch = watch;
    }

    @Override
    protected TaskResult run(TaskRequest request) {
        return watch.perform();
    }

    @Override
    protected void rehearse() {
        Rehearsal.play();
    }
}
