package dev.catavento.source.telemetry;

import java.util.Map;
import java.util.Optional;

/** The members of a mapping, all of known names; one without a value is as good as absent. */
record YamlMembers(YamlValue place, Map<String, YamlValue> members) {

    Optional<YamlValue> find(String name) {
        return Optional.ofNullable(members.get(name)).filter(value -> !value.absent());
    }

    /** A failure at the mapping's beginning where it is absent. */
    YamlValue get(String name) {
        return find(name).orElseThrow(() -> missing(name, "it is required"));
    }

    dev.catavento.task.TaskException missing(String name, String why) {
        var key = place.key().isEmpty() ? name : place.key() + "." + name;
        return new YamlValue(place.file(), key, place.node()).wrong("is missing", why);
    }
}
