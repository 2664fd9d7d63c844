package dev.catavento.task;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The environment as one task sees it; an empty value is as good as none. */
public final class Settings {
    private final Map<String, String> environment;
    private final String suffix;

    /** @param task the task's name; its first word chooses the suffix ({@code load-postgis} reads {@code …_LOAD}) */
    public Settings(Map<String, String> environment, String task) {
        this.environment = environment;
        this.suffix = task.split("-", 2)[0].toUpperCase(Locale.ROOT);
    }

    public Optional<String> find(Setting setting) {
        return variable(setting).map(environment::get).or(() -> Optional.ofNullable(setting.byDefault()));
    }

    /** A credential that {@code sources.yaml} names; nothing else than those can be had by this. */
    public Optional<String> findSecret(String variable) {
        return Optional.of(variable)
                .filter(name -> name.startsWith(Setting.SECRET_PREFIX) && given(name))
                .map(environment::get)
                .map(String::strip);
    }

    /** The value, or a failure that names the variable. */
    public String get(Setting setting) {
        return find(setting).orElseThrow(() -> wrong(setting, "is not set", setting.meaning()));
    }

    public int getInteger(Setting setting, int lowest, int highest) {
        var text = get(setting);
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= lowest && value <= highest) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, together with what is out of range
        }
        throw wrong(setting, "is '" + text + "'", "give a whole number from " + lowest + " to " + highest);
    }

    /** An http or https URL with a host, to which a path may be added; {@code {day}} may stand in it. */
    public String getUrl(Setting setting) {
        var text = get(setting).strip();
        parseUrl(setting, text.replace("{day}", "2026-01-01"), text);
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** An http or https URL with a host, as it was given. */
    public URI getWholeUrl(Setting setting) {
        var text = get(setting).strip();
        return parseUrl(setting, text, text);
    }

    private URI parseUrl(Setting setting, String text, String given) {
        try {
            var uri = new URI(text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        // what is no URL has no part of which one knew that it is no secret
        var shown = setting.secret() ? "" : ": '" + Masked.of(given) + "'";
        throw wrong(setting, "is not a URL" + shown, "give http://… or https://… with a host");
    }

    /** A failure of kind {@link ErrorKind#CONFIGURATION} about one setting. */
    public TaskException wrong(Setting setting, String what, String hint) {
        return new TaskException(
                ErrorKind.CONFIGURATION, variable(setting).orElse(setting.variable()) + " " + what, hint);
    }

    private Optional<String> variable(Setting setting) {
        var own = setting.variable() + "_" + suffix;
        if (setting.perTask() && given(own)) {
            return Optional.of(own);
        }
        return Optional.of(setting.variable()).filter(this::given);
    }

    private boolean given(String variable) {
        var value = environment.get(variable);
        return value != null && !value.isBlank();
    }
}
