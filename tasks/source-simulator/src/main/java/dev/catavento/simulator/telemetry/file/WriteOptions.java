package dev.catavento.simulator.telemetry.file;

import dev.catavento.simulator.fault.BadFault;
import dev.catavento.simulator.telemetry.serve.Frequency;
import dev.catavento.simulator.telemetry.trait.Trait;
import dev.catavento.simulator.telemetry.trait.TraitRequest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code source-simulator write} is asked for.
 *
 * @param from the first of the days, each from midnight to midnight at UTC−03:00
 * @param fleet file that the turbines and their rated powers go to
 */
public record WriteOptions(
        FileFormat format,
        int turbines,
        int days,
        LocalDate from,
        Path to,
        long seed,
        Frequency frequency,
        List<Trait> traits,
        Optional<Path> fleet) {

    /** How it is called. */
    public static final String USAGE =
            "source-simulator write --format parquet|csv --turbines T --days D --from DAY --to"
                    + " DIR [--frequency 1|5|10] [--seed N] [--trait KIND[:name=value,...]]... [--fleet FILE]";

    private static final int MOST_TURBINES = 1_000_000;
    private static final int MOST_DAYS = 36_600;

    /** @param seed where none is given */
    public static WriteOptions parse(List<String> arguments, long seed) {
        Draft draft = new Draft(seed);
        for (int i = 0; i < arguments.size(); i += 2) {
            if (i + 1 == arguments.size()) {
                throw new BadOption(arguments.get(i) + " has no value; usage: " + USAGE);
            }
            draft.take(arguments.get(i), arguments.get(i + 1));
        }
        return draft.finish();
    }

    private static final class Draft {
        private FileFormat format;
        private int turbines;
        private int days;
        private LocalDate from;
        private Path to;
        private long seed;
        private Frequency frequency = Frequency.EVERY_MINUTE;
        private final List<Trait> traits = new ArrayList<>();
        private Optional<Path> fleet = Optional.empty();

        private Draft(long seed) {
            this.seed = seed;
        }

        private void take(String name, String value) {
            switch (name) {
                case "--format" ->
                    format = FileFormat.find(value)
                            .orElseThrow(() -> new BadOption("--format must be parquet or csv, not '" + value + "'"));
                case "--turbines" -> turbines = (int) whole(name, value, 1, MOST_TURBINES);
                case "--days" -> days = (int) whole(name, value, 1, MOST_DAYS);
                case "--from" -> from = day(value);
                case "--to" -> to = Path.of(value);
                case "--seed" -> seed = whole(name, value, Long.MIN_VALUE, Long.MAX_VALUE);
                case "--frequency" ->
                    frequency = Frequency.find(value)
                            .orElseThrow(() -> new BadOption("--frequency must be 1, 5 or 10, not '" + value + "'"));
                case "--trait" -> traits.addAll(traits(value));
                case "--fleet" -> fleet = Optional.of(Path.of(value));
                default -> throw new BadOption("unknown option " + name + "; usage: " + USAGE);
            }
        }

        private WriteOptions finish() {
            if (format == null || turbines == 0 || days == 0 || from == null || to == null) {
                throw new BadOption("--format, --turbines, --days, --from and --to are all needed; usage: " + USAGE);
            }
            return new WriteOptions(format, turbines, days, from, to, seed, frequency, List.copyOf(traits), fleet);
        }

        private static long whole(String name, String value, long least, long most) {
            try {
                long number = Long.parseLong(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // refused below like a number out of range
            }
            throw new BadOption(
                    name + " must be a whole number from " + least + " to " + most + ", not '" + value + "'");
        }

        private static LocalDate day(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException e) {
                throw new BadOption("--from must be a day, yyyy-MM-dd, not '" + value + "'");
            }
        }

        private static List<Trait> traits(String value) {
            try {
                return TraitRequest.parseAll(value);
            } catch (BadFault e) {
                throw new BadOption("--trait: " + e.getMessage());
            }
        }
    }
}
