package dev.catavento.task;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Starts a task, classifies how it ends, prints the run report as the only line on stdout and ends the process. The
 * only place that may end it.
 */
@QuarkusMain
public final class TaskMain implements QuarkusApplication {
    private static final Logger LOG = Logger.getLogger(TaskMain.class);

    private final TaskCommand command;
    private final TaskName name;
    private final IFactory factory;
    private final Instance<RunLedger> ledger;
    private final AtomicBoolean reported = new AtomicBoolean();

    @Inject
    TaskMain(@TopCommand TaskCommand command, TaskName name, IFactory factory, Instance<RunLedger> ledger) {
        this.command = command;
        this.name = name;
        this.factory = factory;
        this.ledger = ledger;
    }

    @Override
    public int run(String... arguments) {
        var run = new TaskRun(name.value(), command);
        Stop.listen(Thread.currentThread(), () -> halt(run));
        var cli = new CommandLine(command, factory);
        try {
            cli.parseArgs(arguments);
            if (cli.isUsageHelpRequested()) {
                cli.usage(System.out);
                return ExitCode.DONE.code();
            }
            UnknownSettings.refuse(System.getenv().keySet());
            if (System.getenv(Setting.REHEARSAL.variable()) != null) {
                command.rehearse();
                ledger.get().rehearse();
            }
            return end(run.perform(), true);
        } catch (ParameterException wrong) {
            return end(run.failed(ErrorKind.USAGE, usage(wrong), "--help lists the options"), false);
        } catch (TaskException wrong) {
            return end(run.failed(wrong), false);
        } catch (Exception bug) {
            return end(run.bug(bug), false);
        }
    }

    private int end(RunReport report, boolean keep) {
        if (report.error() != null && report.error().kind() != ErrorKind.BUG) {
            LOG.errorf("%s — %s", report.error().message(), report.error().hint());
        }
        // a stop interrupts the work, not what is written of it
        Thread.interrupted();
        print(report, keep && keep(report));
        return report.exitCode().code();
    }

    /** True when the ledger has it. */
    private boolean keep(RunReport report) {
        try {
            Thread.interrupted(); // a stop has done its work by now; the ledger needs a connection
            if (ledger.isResolvable() && !storeIsAtFault(report)) {
                ledger.get().record(report);
                return true;
            }
        } catch (RuntimeException e) {
            LOG.warnf("the run is not in the ledger: %s", e.getMessage());
        }
        return false;
    }

    private static boolean storeIsAtFault(RunReport report) {
        var error = report.error();
        return error != null
                && (error.kind() == ErrorKind.STORE_UNAVAILABLE || error.kind() == ErrorKind.STORE_MISCONFIGURED);
    }

    private void print(RunReport report, boolean inStore) {
        if (reported.compareAndSet(false, true)) {
            System.out.println(RunReportJson.line(report, inStore));
            System.out.flush();
        }
    }

    private void halt(TaskRun run) {
        print(run.failed(Stop.asFailure()), false);
        Runtime.getRuntime().halt(ErrorKind.STOPPED.exitCode().code());
    }

    private static String usage(ParameterException wrong) {
        var message = OneLine.of(wrong.getMessage());
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return message + ", did you mean " + unmatched.getSuggestions().getFirst() + "?";
        }
        return message;
    }
}
