package dev.catavento.simulator.telemetry.file;

import dev.catavento.simulator.telemetry.file.AheadReader.TurbineDay;
import dev.catavento.simulator.telemetry.sample.Reading;
import dev.catavento.simulator.telemetry.sample.Turbine;
import dev.catavento.simulator.telemetry.sample.TurbineFleet;
import dev.catavento.simulator.telemetry.serve.ReadingQuery;
import dev.catavento.simulator.telemetry.serve.SampleReader;
import dev.catavento.simulator.telemetry.serve.StampRange;
import dev.catavento.simulator.telemetry.serve.StoredSamples;
import dev.catavento.simulator.telemetry.trait.TraitRegistry;
import dev.catavento.simulator.telemetry.trait.Traits;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code source-simulator write}: the samples of whole days as files, the same that are served over HTTP. */
public final class WriteMode {

    private static final ZoneOffset BRASILIA = ZoneOffset.ofHours(-3);
    /** Files are wanted of days to come too, for tests and benchmarks. */
    private static final Clock NEVER_TOO_EARLY = Clock.fixed(Instant.parse("9999-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final WriteOptions options;
    private final TraitRegistry traits;
    private final SampleReader reader;

    private WriteMode(WriteOptions options) {
        this.options = options;
        this.traits = new TraitRegistry(options.seed(), options.traits());
        this.reader = new SampleReader(options.seed(), StoredSamples.NONE, NEVER_TOO_EARLY);
    }

    /**
     * Runs the command.
     *
     * @param arguments what follows {@code write}
     * @return the exit code: 0, 2 for wrong usage, 75 where files cannot be written
     */
    public static int run(List<String> arguments, long seed, PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.println(WriteOptions.USAGE);
            return 0;
        }
        try {
            new WriteMode(WriteOptions.parse(arguments, seed)).writeDays(err);
            return 0;
        } catch (BadOption e) {
            err.println("source-simulator write: " + e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("source-simulator write: cannot write: " + e);
            return 75;
        }
    }

    private void writeDays(PrintStream log) throws IOException {
        Files.createDirectories(options.to());
        for (int i = 0; i < options.days(); i++) {
            LocalDate day = options.from().plusDays(i);
            Path file = options.to().resolve(day + "." + options.format().suffix());
            long rows = write(day, file);
            log.println(file + ": " + rows + " rows");
        }
        if (options.fleet().isPresent()) {
            writeFleet(options.fleet().get());
        }
    }

    /** What the turbines are rated, which no sample says. */
    private void writeFleet(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of("turbine,rated_power_kw"));
        for (Turbine turbine : new TurbineFleet(options.turbines()).listByName()) {
            lines.add(turbine.name() + "," + turbine.ratedPowerKw());
        }
        Files.write(file, lines);
    }

    /** Under another name until it is whole. */
    private long write(LocalDate day, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        long rows = 0;
        try (DayFile out = open(part);
                AheadReader days = new AheadReader(
                        new TurbineFleet(options.turbines()).listByName(), turbine -> day(turbine, day))) {
            for (TurbineDay next = days.next(); next != null; next = days.next()) {
                for (Reading reading : next.readings()) {
                    out.write(next.turbine(), reading);
                }
                rows += next.readings().size();
            }
            out.finish();
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return rows;
    }

    private Callable<TurbineDay> day(Turbine turbine, LocalDate day) {
        return () -> {
            List<Reading> readings = new ArrayList<>();
            reader.read(query(turbine, day), readings::add);
            return new TurbineDay(turbine, readings);
        };
    }

    private DayFile open(Path part) throws IOException {
        // The traits of the first turbine decide for the file: a column has one type.
        var form = new TraitRegistry(options.seed(), options.traits())
                .meet(new TurbineFleet(1).first())
                .stampForm();
        return options.format() == FileFormat.CSV ? new CsvDay(part, form) : new ParquetDay(part, form);
    }

    /** What was measured on the day: stamps that are ends belong to the minutes before them. */
    private ReadingQuery query(Turbine turbine, LocalDate day) {
        Traits active = traits.meet(turbine);
        Duration late =
                Duration.ofMinutes(active.stampsAreEnds() ? options.frequency().minutes() : 0);
        Instant start = day.atStartOfDay(BRASILIA).toInstant().plus(late);
        return new ReadingQuery(
                turbine, StampRange.halfOpen(start, start.plus(Duration.ofDays(1))), options.frequency(), active);
    }
}
