package dev.catavento.task;

import java.util.regex.Pattern;

/** Addresses as they may be shown: without the credentials that people put into them. */
public final class Masked {
    private static final Pattern USER_INFO = Pattern.compile("[^/\\s@]*@");
    private static final Pattern PASSWORD = Pattern.compile("(?i)((?:password|token|secret)=)[^&\\s]*");

    private Masked() {}

    public static String of(String address) {
        var withoutUser = USER_INFO.matcher(address).replaceAll("***@");
        return PASSWORD.matcher(withoutUser).replaceAll("$1***");
    }
}
