package dev.catavento.loadpostgis.windfleet;

import java.util.HashMap;
import java.util.Map;

/** Keeps one copy of each text: a fleet has a few thousand owners, plants and codes over and over. */
final class SharedTexts {
    private final Map<String, String> texts = new HashMap<>();

    String shared(String text) {
        var same = texts.putIfAbsent(text, text);
        return same == null ? text : same;
    }
}
