package dev.wakit.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A TCP proxy that can swallow everything, as a network does whose other side is gone: connections stay open, nothing arrives and
 * nothing is refused.
 */
final class BlackHole implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "black-hole");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean swallowing;

    private BlackHole(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    static BlackHole before(int target) {
        try {
            var hole = new BlackHole(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), target);
            hole.threads.submit(hole::accept);
            return hole;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on nothing passes. */
    void swallow() {
        set(true);
    }

    /** What was held back passes on connections that are still open, as after a long outage of a link. */
    void release() {
        set(false);
    }

    private void set(boolean value) {
        lock.lock();
        try {
            swallowing = value;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                sockets.add(client);
                threads.submit(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            awaitOpen();
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(server);
            threads.submit(() -> pump(client, server));
            threads.submit(() -> pump(server, client));
        } catch (IOException refused) {
            close(client);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var buffer = new byte[16 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitOpen();
                out.write(buffer, 0, read);
            }
        } catch (IOException ended) {
            // The other direction ends with it.
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
        }
    }

    private void awaitOpen() throws InterruptedException {
        lock.lock();
        try {
            while (swallowing) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void close(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set.copyOf(sockets).forEach(this::close);
        threads.shutdownNow();
    }
}
