package dev.catavento.enginegate;

import dev.catavento.task.Setting;
import dev.catavento.task.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** Where the gate listens: a port, or a socket file, whose mode says who may connect. */
sealed interface GateAddress {

    static GateAddress of(Settings settings) {
        return GateSettings.path(settings, Setting.GATE_LISTEN)
                .<GateAddress>map(SocketFile::new)
                .orElseGet(() -> {
                    int port = settings.getInteger(Setting.GATE_PORT, 0, 65_535);
                    return new Port(settings.get(Setting.GATE_HOST).strip(), port);
                });
    }

    ServerSocketChannel listen() throws IOException;

    SocketChannel connect() throws IOException;

    /** Whoever reaches the port. */
    record Port(String host, int number) implements GateAddress {
        @Override
        public ServerSocketChannel listen() throws IOException {
            return ServerSocketChannel.open().bind(new InetSocketAddress(host, number));
        }

        @Override
        public SocketChannel connect() throws IOException {
            var address = InetAddress.getByName(host);
            return SocketChannel.open(new InetSocketAddress(
                    address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address, number));
        }

        @Override
        public String toString() {
            return host + ":" + number;
        }
    }

    /** The gate's own user and group. */
    record SocketFile(Path file) implements GateAddress {
        @Override
        public ServerSocketChannel listen() throws IOException {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                removeLeftOver();
            }
            var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            listener.bind(UnixDomainSocketAddress.of(file));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
            return listener;
        }

        /** A gate that was killed leaves its file, and nobody answers there. */
        private void removeLeftOver() throws IOException {
            if (!Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isOther()) {
                throw new FileSystemException("a file that is no socket lies there");
            }
            try (var _ = connect()) {
                throw new FileSystemException("another gate listens there");
            } catch (java.net.ConnectException nobody) {
                Files.delete(file);
            }
        }

        @Override
        public SocketChannel connect() throws IOException {
            return SocketChannel.open(UnixDomainSocketAddress.of(file));
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }
}
