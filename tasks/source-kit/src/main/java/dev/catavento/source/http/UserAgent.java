package dev.catavento.source.http;

import java.util.Optional;

/** The line that tells a source who asks. */
final class UserAgent {
    private UserAgent() {}

    static String of(String product, Optional<String> contact) {
        var comment = "open wind-fleet pipeline; Java " + Runtime.version().feature();
        return product + " (" + comment
                + contact.map(c -> "; contact: " + visible(c)).orElse("") + ")";
    }

    /** A header takes printable ASCII only, and the comment ends at the bracket. */
    private static String visible(String contact) {
        return contact.strip().replaceAll("[^\\x20-\\x7E]|[()]", "?");
    }
}
