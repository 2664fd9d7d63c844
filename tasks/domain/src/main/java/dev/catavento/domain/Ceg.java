package dev.catavento.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** ANEEL's plant code in SIGEL's form: {@code EOLCVBA030739-4-01}. It names the plant, never a turbine. */
public final class Ceg {
    private static final Pattern SIGEL_FORM = Pattern.compile("[A-Z]{3}[A-Z]{2}[A-Z]{2}(\\d{6})-\\d-\\d{2}");

    private Ceg() {}

    /** The six digits that join registries (SIGA's IdeNucleoCEG), empty where the code has another form. */
    public static Optional<Integer> nucleus(String ceg) {
        var matcher = SIGEL_FORM.matcher(ceg);
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }
}
