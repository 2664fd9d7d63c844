package dev.catavento.store;

import dev.catavento.task.Masked;
import dev.catavento.task.Setting;
import dev.catavento.task.Settings;
import dev.catavento.task.TaskName;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Where the store is and who the task is there, read from the environment.
 *
 * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE}, with the driver's parameters if any
 */
record StoreAddress(String url, String user, String password, String applicationName) {
    private static final Pattern URL = Pattern.compile("jdbc:postgresql://[^/?@\\s]+/[^/?\\s]+(\\?\\S*)?");

    static StoreAddress from(Settings settings, TaskName task) {
        var url = settings.get(Setting.DB_URL).strip();
        if (!URL.matcher(url).matches()) {
            throw settings.wrong(
                    Setting.DB_URL,
                    "is not a database URL: '" + Masked.of(url) + "'",
                    "give jdbc:postgresql://HOST:PORT/DATABASE, the login by CATAVENTO_DB_USER and CATAVENTO_DB_PASSWORD");
        }
        return new StoreAddress(
                url, settings.get(Setting.DB_USER), settings.get(Setting.DB_PASSWORD), "catavento " + task.value());
    }

    Properties properties() {
        var properties = new Properties();
        properties.putAll(Map.of(
                "user", user,
                "password", password,
                "ApplicationName", applicationName,
                "connectTimeout", "5",
                "loginTimeout", "10",
                "tcpKeepAlive", "true",
                "reWriteBatchedInserts", "true"));
        return properties;
    }

    /** The address without credentials and parameters, for messages. */
    String shown() {
        return url.substring("jdbc:postgresql://".length()).replaceFirst("\\?.*", "");
    }
}
