package dev.catavento.task;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/** One run of a task: performs it and turns every way it can end into a report. */
final class TaskRun {
    private static final Logger LOG = Logger.getLogger(TaskRun.class);

    private final String task;
    private final TaskCommand command;
    private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private TaskRequest request;

    TaskRun(String task, TaskCommand command) {
        this.task = task;
        this.command = command;
    }

    RunReport perform() {
        try {
            request = command.request(BrasiliaTime.today(), "manual__" + startedAt);
            LOG.infof("%s: day %s, run %s%s", task, request.day(), request.runId(), request.force() ? ", forced" : "");
            var result = command.run(request);
            return Stop.requested() ? failed(Stop.asFailure()) : succeeded(result);
        } catch (TaskException failure) {
            return failed(Stop.requested() ? Stop.asFailure() : failure);
        } catch (Exception | StackOverflowError failure) {
            return Stop.requested() ? failed(Stop.asFailure()) : bug(failure);
        }
    }

    private RunReport succeeded(TaskResult result) {
        var code = result.outcome() == Outcome.COMPLETED ? ExitCode.DONE : ExitCode.NOTHING_TO_DO;
        if (result.outcome() == Outcome.NOTHING_NEW) {
            LOG.infof("nothing to do: %s", result.facts().outputs().get("reason"));
        }
        return report(result.outcome(), code, result.facts(), null);
    }

    RunReport failed(TaskException failure) {
        var error = new RunReport.Error(failure.kind(), failure.getMessage(), failure.hint());
        return report(Outcome.FAILED, failure.kind().exitCode(), failure.facts(), error);
    }

    RunReport failed(ErrorKind kind, String message, String hint) {
        return failed(new TaskException(kind, message, hint));
    }

    RunReport bug(Throwable bug) {
        var message = OneLine.of(bug.getClass().getSimpleName() + ": " + bug.getMessage());
        LOG.errorf(bug, "a bug: %s", message);
        return failed(ErrorKind.BUG, message, "this is a bug of Catavento: report it with the stack trace of the log");
    }

    private RunReport report(Outcome outcome, ExitCode code, RunFacts facts, RunReport.Error error) {
        return new RunReport(
                task,
                command.dataset(),
                outcome,
                code,
                request == null ? null : request.day(),
                request == null ? command.runId() : request.runId(),
                request != null && request.force(),
                command.requestedBy(),
                command.logUrl(),
                startedAt,
                Duration.between(startedAt, Instant.now()).toMillis(),
                facts.with(command.subject()),
                error);
    }
}
