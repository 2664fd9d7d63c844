package dev.catavento.simulator.generated;

import java.util.Locale;

/** How a plant writes its turbines' designations. */
record Designations(Style style, String initials, int plantNumber) {

    enum Style {
        INITIALS_PLANT_DASH("%1$s%2$02d-%3$02d"),
        INITIALS_DASH_PLANT("%1$s-%2$02d-%3$02d"),
        INITIALS_DASH("%1$s-%3$02d"),
        BARE("%3$d"),
        PADDED("%3$02d"),
        AEG("AEG %3$02d"),
        AEG_DASH("AEG-%3$02d"),
        UNDERSCORES("%1$s_%2$02d_%3$02d"),
        SPACED_DASH("%1$s - %3$02d"),
        /** The initials are the whole prefix. */
        PREFIX("%1$s%3$02d");

        private final String pattern;

        Style(String pattern) {
            this.pattern = pattern;
        }
    }

    static Designations withPrefix(String prefix) {
        return new Designations(Style.PREFIX, prefix, 0);
    }

    /** The designation of the plant's n-th turbine, counted from 1. */
    String of(int number) {
        return style.pattern.formatted(initials, plantNumber, number);
    }

    /** Three letters out of a plant's name. */
    static String initialsOf(String name) {
        StringBuilder letters = new StringBuilder();
        String plain = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z ]", "")
                .toUpperCase(Locale.ROOT);
        String[] words = plain.strip().split(" +");
        for (String word : words) {
            if (word.length() > 2 && letters.length() < 3) {
                letters.append(word.charAt(0));
            }
        }
        String longest = words[words.length - 1].length() > 3 ? words[words.length - 1] : words[0];
        for (int i = 1; letters.length() < 3 && i < longest.length(); i++) {
            letters.append(longest.charAt(i));
        }
        return letters.toString();
    }
}
