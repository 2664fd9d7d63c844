package dev.catavento.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.catavento.task.TaskException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate nobody vouches for, until its authority is given. */
class TrustTest {
    private static final String PASSWORD = "for-tests-only";

    @TempDir
    private Path folder;

    private HttpsServer server;
    private Path certificate;

    @BeforeEach
    void serve() throws Exception {
        var store = folder.resolve("key.p12");
        certificate = folder.resolve("ca.pem");
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost", store);
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        Files.writeString(certificate, pem(keys.getCertificate("test").getEncoded()));
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anUnknownAuthorityIsOursToMend() {
        assertThatThrownBy(() -> ask(Optional.empty()))
                .isInstanceOf(SourceFailure.Misconfigured.class)
                .hasMessageContaining("not trusted");
    }

    @Test
    void aGivenAuthorityIsTrusted() throws Exception {
        assertThat(ask(Optional.of(certificate))).isEqualTo(204);
    }

    @Test
    void aFileThatHoldsNoCertificateIsNamed() throws Exception {
        var empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThatThrownBy(() -> ask(Optional.of(empty)))
                .isInstanceOf(TaskException.class)
                .hasMessageContaining("empty.pem");
    }

    private int ask(Optional<Path> caFile) throws InterruptedException {
        var defaults = new HttpDefaults("Test/1", Optional.empty(), caFile, 1, Duration.ofSeconds(5));
        try (var http = new SourceHttp(defaults, true, System.nanoTime())) {
            return http.get(URI.create(
                            "https://localhost:" + server.getAddress().getPort() + "/"))
                    .status();
        }
    }

    private static String pem(byte[] der) {
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
    }

    private static void keytool(Object... arguments) throws Exception {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        for (int i = 0; i < arguments.length - 1; i++) {
            command.add(arguments[i].toString());
        }
        command.addAll(java.util.List.of(
                "-alias", "test", "-keystore", arguments[arguments.length - 1].toString(), "-storepass", PASSWORD));
        assertThat(new ProcessBuilder(command).redirectErrorStream(true).start().waitFor())
                .isZero();
    }
}
