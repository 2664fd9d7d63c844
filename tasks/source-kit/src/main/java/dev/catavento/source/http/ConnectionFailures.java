package dev.catavento.source.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Sorts what can go wrong below HTTP. */
final class ConnectionFailures {
    private ConnectionFailures() {}

    static SourceFailure classify(IOException e, String host) {
        if (e instanceof HttpConnectTimeoutException) {
            return unavailable(host + " does not take a connection in time", e);
        }
        if (e instanceof ConnectException refused) {
            return unavailable(connect(refused, host), e);
        }
        if (e instanceof SSLException && untrusted(e)) {
            return new SourceFailure.Misconfigured(
                    "the certificate of " + host + " is not trusted: " + e.getMessage(),
                    "give its authority by CATAVENTO_HTTP_CA_FILE",
                    e);
        }
        return broken(e, host);
    }

    private static SourceFailure broken(IOException e, String host) {
        var said = String.valueOf(e.getMessage());
        if (said.contains("407") || said.contains("Proxy Authentication")) {
            return new SourceFailure.Misconfigured("the proxy refuses us: " + said, "check CATAVENTO_HTTP_PROXY", e);
        }
        if (said.contains("Tunnel failed")) {
            return unavailable("the proxy does not connect us to " + host + ": " + said, e);
        }
        if (said.contains("body exceeds capacity")) {
            return new SourceFailure.Overburdened("the answer of " + host + " is longer than any page", e);
        }
        if (said.contains("fixed content-length") || said.contains("chunked transfer") || e instanceof EOFException) {
            return new SourceFailure.Overburdened("the answer of " + host + " was cut short: " + said, e);
        }
        return unavailable("the connection to " + host + " broke: " + said, e);
    }

    private static SourceFailure unavailable(String message, IOException cause) {
        return new SourceFailure.Unavailable(message, Duration.ZERO, cause);
    }

    private static String connect(ConnectException e, String host) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "the name of " + host + " is not known";
            }
        }
        return host + " refuses connections";
    }

    private static boolean untrusted(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException || cause instanceof java.security.cert.CertPathBuilderException) {
                return true;
            }
        }
        return false;
    }
}
