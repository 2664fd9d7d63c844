package dev.catavento.downsampletelemetry.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * SQL of a resource with <code>${name}</code> for values and blocks that stand once for each signal: <code>/*each*&#47; …
 * /*end*&#47;</code>, or <code>/*each circular*&#47;</code> for those to which the word applies. In a block
 * <code>${i}</code> and the like are the signal's own values.
 */
public final class SqlTemplate {
    private static final Pattern BLOCK = Pattern.compile("/\\*each( \\w+)?\\*/(.*?)/\\*end\\*/", Pattern.DOTALL);

    private final String text;

    private SqlTemplate(String text) {
        this.text = text;
    }

    /** @param beside the class in whose package the resource lies */
    public static SqlTemplate of(Class<?> beside, String name) {
        try (var in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return new SqlTemplate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A signal's own values, and the words that apply to it. */
    public record Each(Map<String, String> values, Predicate<String> words) {}

    /** The SQL of a resource in which nothing stands for each signal. */
    public static String fill(Class<?> beside, String name, Map<String, String> values) {
        return of(beside, name).fill(values, List.of());
    }

    /** The SQL; a value that nobody gives is a bug and left as it stands, which the engine refuses. */
    public String fill(Map<String, String> values, List<Each> signals) {
        var blocks = BLOCK.matcher(text);
        var filled = blocks.replaceAll(block -> Matcher.quoteReplacement(signals.stream()
                .filter(signal -> block.group(1) == null
                        || signal.words().test(block.group(1).strip()))
                .map(signal -> put(block.group(2), signal.values()))
                .collect(Collectors.joining())));
        return put(filled, values);
    }

    /** A text as a literal. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A name as an identifier. */
    public static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String put(String sql, Map<String, String> values) {
        var filled = sql;
        for (var value : values.entrySet()) {
            filled = filled.replace("${" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
