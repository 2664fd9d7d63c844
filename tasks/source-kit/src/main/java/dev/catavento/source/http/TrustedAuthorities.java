package dev.catavento.source.http;

import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The certificate authorities a source may be vouched for by: the platform's, and those of a PEM file. */
final class TrustedAuthorities {
    private TrustedAuthorities() {}

    static SSLContext context(Optional<Path> pem) {
        try {
            if (pem.isEmpty()) {
                return SSLContext.getDefault();
            }
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int n = 0;
            for (var known : platform().getAcceptedIssuers()) {
                store.setCertificateEntry("platform-" + n++, known);
            }
            for (var more : read(pem.get())) {
                store.setCertificateEntry("file-" + n++, more);
            }
            return context(managers(store));
        } catch (GeneralSecurityException | IOException e) {
            throw new TaskException(
                    ErrorKind.CONFIGURATION,
                    "certificate authorities cannot be read: " + e.getMessage(),
                    "CATAVENTO_HTTP_CA_FILE must be a PEM file of X.509 certificates",
                    e);
        }
    }

    /** For a URL without TLS: reading the platform's authorities would cost a fifth of a second for nothing. */
    static SSLContext unused() {
        try {
            return context(new TrustManager[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext context(TrustManager[] managers) throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers, null);
        return context;
    }

    private static X509TrustManager platform() throws GeneralSecurityException {
        return (X509TrustManager) managers(null)[0];
    }

    private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static Iterable<X509Certificate> read(Path pem) throws GeneralSecurityException, IOException {
        try (var in = Files.newInputStream(pem)) {
            var read = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (read.isEmpty()) {
                throw new IOException("no certificate in " + pem);
            }
            return read;
        }
    }
}
