package dev.catavento.watchstore;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server on loopback that asks for a login and keeps what it gets. */
final class MailServer implements AutoCloseable {
    static final String PASSWORD = "p@ss wörd";

    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final AtomicInteger logins = new AtomicInteger();
    private final SMTPServer server;
    private volatile String refused;

    private MailServer(int port, UnaryOperator<SMTPServer.Builder> tls) {
        server = tls.apply(SMTPServer.port(port))
                .bindAddress(InetAddress.getLoopbackAddress())
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    logins.incrementAndGet();
                    if (!"alerts".equals(user) || !PASSWORD.equals(password)) {
                        throw new LoginFailedException("535 5.7.8 no such login");
                    }
                }))
                .simpleMessageListener(new SimpleMessageListener() {
                    @Override
                    public boolean accept(String from, String recipient) {
                        return !recipient.equals(refused);
                    }

                    @Override
                    public void deliver(String from, String recipient, InputStream data) throws IOException {
                        mails.add(Mail.of(recipient, data.readAllBytes()));
                    }
                })
                .build();
        server.start();
    }

    /** @param to the recipient on the envelope */
    record Mail(String to, String subject, String text) {
        static Mail of(String to, byte[] data) {
            try {
                var message = new MimeMessage(null, new ByteArrayInputStream(data));
                return new Mail(to, message.getSubject(), (String) message.getContent());
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static MailServer start() {
        return at(0);
    }

    static MailServer at(int port) {
        return new MailServer(port, plain -> plain);
    }

    /** TLS from the first byte. */
    static MailServer withTls(SSLContext context) {
        return new MailServer(0, plain -> plain.serverSocketFactory(context));
    }

    /** TLS once the client asks for it; nothing is taken before. */
    static MailServer withStartTls(SSLContext context) {
        return new MailServer(0, plain -> plain.enableTLS().requireTLS().startTlsSocketFactory(context));
    }

    /** From now on there is nobody of this address. */
    void refuse(String recipient) {
        refused = recipient;
    }

    int port() {
        return server.getPortAllocated();
    }

    String url(String password) {
        return "smtp://alerts:" + password + "@127.0.0.1:" + port();
    }

    /** How often somebody has tried to log in. */
    int logins() {
        return logins.get();
    }

    List<Mail> mails() {
        return List.copyOf(mails);
    }

    @Override
    public void close() {
        server.stop();
    }
}
