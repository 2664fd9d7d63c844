package dev.catavento.enginegate;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The gate's command line. */
@Command(
        name = "engine-gate",
        header = "Lets the Docker runner's calls through to the engine, and nothing else.",
        description = {
            "Runs until it is stopped. Settings are CATAVENTO_GATE_… variables; docs/engine-gate.md says what is let"
                    + " through and what each container gets.",
            "Ends with 1 when it cannot start, 2 on wrong usage, 143 on SIGTERM."
        })
final class EngineGateCommand {

    @Option(names = "--check", description = "Ask the running gate whether it reaches the engine; ends with 0 or 1.")
    private boolean check;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and end.")
    private boolean help;

    EngineGateCommand() {}

    /** Something wrong with the command line; its message is one line. */
    static final class UsageException extends Exception {
        UsageException(String message) {
            super(message);
        }
    }

    /** Does what the arguments ask for: help on stdout, the check, or the server. */
    static int run(String[] arguments, Callable<Integer> onCheck, Callable<Integer> onServe) throws Exception {
        var command = new EngineGateCommand();
        var cli = new CommandLine(command);
        try {
            cli.parseArgs(arguments);
        } catch (ParameterException wrong) {
            throw new UsageException(wrong.getMessage());
        }
        if (command.help) {
            cli.usage(System.out);
            return 0;
        }
        return (command.check ? onCheck : onServe).call();
    }
}
