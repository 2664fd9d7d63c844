package dev.catavento.enginegate.call;

import dev.catavento.enginegate.RefusedException;
import java.util.regex.Pattern;

/** A query parameter's values; what is sent on is spelt in one way. */
enum Parameter {
    /** docker-py writes Python's True and False here and there. */
    FLAG("0|1|true|false|True|False") {
        @Override
        String canonical(String value) {
            return value.equals("1") || value.equalsIgnoreCase("true") ? "1" : "0";
        }
    },
    NOT_SET("0|false|False") {
        @Override
        String canonical(String value) {
            return "0";
        }
    },
    LIMIT("-1|[1-9][0-9]{0,3}"),
    SECONDS("[0-9]{1,2}|[1-5][0-9]{2}|600"),
    TAIL("all|[0-9]{1,9}"),
    INSTANT("[0-9]{1,12}(\\.[0-9]{1,9})?"),
    CONDITION("not-running|next-exit|removed"),
    /** Read by {@link Filters}. */
    IMAGE_FILTERS("\\{[^\\p{Cntrl}]*"),
    /** Read by {@link Filters}. */
    CONTAINER_FILTERS("\\{[^\\p{Cntrl}]*");

    private final Pattern allowed;

    Parameter(String allowed) {
        this.allowed = Pattern.compile(allowed);
    }

    String check(String name, String value) {
        if (!allowed.matcher(value).matches()) {
            throw RefusedException.forbidden("parameter " + name + " as given; allowed: " + allowed);
        }
        return canonical(value);
    }

    String canonical(String value) {
        return value;
    }
}
