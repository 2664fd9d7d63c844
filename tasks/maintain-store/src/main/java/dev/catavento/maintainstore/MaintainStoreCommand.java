package dev.catavento.maintainstore;

import dev.catavento.task.TaskCommand;
import dev.catavento.task.TaskRequest;
import dev.catavento.task.TaskResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeps a store in order; removes nothing while anything in it is damaged. */
@Singleton
@Command(
        name = "maintain-store",
        header = "Checks raw, removes raw data and exports that are past their time, refreshes statistics.",
        description = {
            "First every page and blob of raw is compared with the hash it was landed under; damage ends the run with 65, nothing",
            "is removed. Raw data (of telemetry by source) stay whole for CATAVENTO_RAW_WHOLE_DAYS before --day, beyond them each month's first day;",
            "a day's exports stay for CATAVENTO_EXPORT_KEEP_DAYS. The newest published day always stays.",
            "Of the ledger, runs that did nothing or only watched go after 90 days, unless something rests on them.",
            "rows.read counts the pages checked, rows.written the pages removed, rows.unchanged the pages kept.",
            "--force changes nothing: each run does all there is to do. Runs as a login in the role catavento_maintain."
        })
public class MaintainStoreCommand extends TaskCommand {
    @Option(names = "--dry-run", description = "Check, and say what would be removed; change nothing.")
    private boolean dryRun;

    private final Maintenance maintenance;

    @Inject
    MaintainStoreCommand(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    @Override
    protected TaskResult run(TaskRequest request) {
        return maintenance.perform(request.day(), dryRun);
    }

    @Override
    protected void rehearse() throws Exception {
        Rehearsal.play();
    }
}
