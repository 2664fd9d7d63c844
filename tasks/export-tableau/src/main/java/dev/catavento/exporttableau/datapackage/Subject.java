package dev.catavento.exporttableau.datapackage;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.catavento.exporttableau.table.Words;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What an export is about: all that its Data Package says beside the files. */
public interface Subject {
    /** The Data Package's name: letters, digits and hyphens. */
    String name();

    Words title();

    Words description();

    LocalDate day();

    /** True for made-up data. */
    boolean demo();

    String rulesVersion();

    List<Rule> rules();

    Source source();

    /** Empty where nobody has stated one. */
    Optional<Licence> licence();

    /** Figures of the whole, as fields of the Data Package. */
    void writeTotals(JsonGenerator json) throws IOException;
}
