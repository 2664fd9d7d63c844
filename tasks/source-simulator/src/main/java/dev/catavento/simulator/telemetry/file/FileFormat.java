package dev.catavento.simulator.telemetry.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that samples are written to. */
public enum FileFormat {
    PARQUET,
    CSV;

    static Optional<FileFormat> find(String name) {
        return Arrays.stream(values()).filter(f -> f.suffix().equals(name)).findFirst();
    }

    /** Without the dot. */
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
