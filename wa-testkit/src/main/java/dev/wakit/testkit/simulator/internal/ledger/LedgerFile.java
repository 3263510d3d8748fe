package dev.wakit.testkit.simulator.internal.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.simulator.internal.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One JSON line for each record, forced to the disk before its future completes.
 *
 * <p>Lines that arrive while the disk is busy share the next force. Thread-safe.
 */
final class LedgerFile implements AutoCloseable {

    private static final Line LAST = new Line(new byte[0], new CompletableFuture<>());

    private final FileChannel channel;
    private final LinkedBlockingQueue<Line> queue = new LinkedBlockingQueue<>();
    private final Thread writer;

    private LedgerFile(FileChannel channel) {
        this.channel = channel;
        this.writer = new Thread(this::run, "wakit-simulator-ledger");
        this.writer.setDaemon(true);
    }

    static LedgerFile open(Path path) {
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            LedgerFile file = new LedgerFile(channel);
            file.writer.start();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger file " + path + " cannot be opened for appending", e);
        }
    }

    CompletableFuture<Void> append(JsonNode node) {
        Line line = new Line(Json.bytes(node), new CompletableFuture<>());
        queue.add(line);
        return line.durable();
    }

    private void run() {
        List<Line> lines = new ArrayList<>();
        boolean open = true;
        while (open) {
            try {
                lines.clear();
                lines.add(queue.take());
                queue.drainTo(lines);
                open = !lines.remove(LAST);
                write(lines);
            } catch (InterruptedException e) {
                open = false;
            }
        }
    }

    private void write(List<Line> lines) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (Line line : lines) {
                bytes.writeBytes(line.json());
                bytes.write('\n');
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(false);
            lines.forEach(line -> line.durable().complete(null));
        } catch (IOException e) {
            lines.forEach(line -> line.durable().completeExceptionally(e));
        }
    }

    @Override
    public void close() {
        queue.add(LAST);
        try {
            writer.join();
            channel.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line and the promise that it is on the disk. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Line(byte[] json, CompletableFuture<Void> durable) {}
}
