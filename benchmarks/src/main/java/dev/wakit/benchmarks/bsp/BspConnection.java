package dev.wakit.benchmarks.bsp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** One client's connection: finds where requests end, and writes answers. Belongs to the loop's thread. */
final class BspConnection {

    /** Of the largest request; a template message has less than 2 KB. */
    private static final int BUFFER_BYTES = 64 * 1024;

    private static final byte[] LENGTH = {'c', 'o', 'n', 't', 'e', 'n', 't', '-', 'l', 'e', 'n', 'g', 't', 'h', ':'};

    /** What a request wants. */
    enum Wish {
        NOTHING_YET,
        MESSAGE,
        COUNT
    }

    private final SocketChannel channel;
    private final long latencyNanos;
    private final byte[] bytes = new byte[BUFFER_BYTES];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes);
    private final SelectionKey key;
    private ByteBuffer unwritten = ByteBuffer.allocate(0);

    private BspConnection(SocketChannel channel, long latencyNanos, SelectionKey key) {
        this.channel = channel;
        this.latencyNanos = latencyNanos;
        this.key = key;
    }

    static BspConnection of(SocketChannel channel, long latencyNanos, SelectionKey key) {
        return new BspConnection(channel, latencyNanos, key);
    }

    long latencyNanos() {
        return latencyNanos;
    }

    /** Reads what has come; false at the end of the connection. */
    boolean read() throws IOException {
        if (!buffer.hasRemaining()) {
            throw new IOException("A request is longer than " + BUFFER_BYTES + " bytes.");
        }
        return channel.read(buffer) >= 0;
    }

    /** Takes the next whole request off what was read. */
    Wish take() throws IOException {
        int read = buffer.position();
        int headEnd = headEnd(read);
        if (headEnd < 0) {
            return Wish.NOTHING_YET;
        }
        int end = headEnd + contentLength(headEnd);
        if (end > read) {
            return Wish.NOTHING_YET;
        }
        Wish wish = bytes[0] == 'G' ? Wish.COUNT : Wish.MESSAGE;
        if (end == read) {
            buffer.clear();
        } else {
            System.arraycopy(bytes, end, bytes, 0, read - end);
            buffer.position(read - end);
        }
        return wish;
    }

    private int headEnd(int read) {
        for (int at = 3; at < read; at++) {
            if (bytes[at] == '\n' && bytes[at - 2] == '\n' && bytes[at - 1] == '\r') {
                return at + 1;
            }
        }
        return -1;
    }

    private int contentLength(int headEnd) throws IOException {
        for (int at = 0; at < headEnd - LENGTH.length; at++) {
            if (bytes[at] == '\n' && isLength(at + 1)) {
                return number(at + 1 + LENGTH.length);
            }
        }
        if (bytes[0] == 'P') {
            throw new IOException("A POST names no Content-Length; chunked bodies are not understood here.");
        }
        return 0;
    }

    private boolean isLength(int from) {
        for (int i = 0; i < LENGTH.length; i++) {
            if ((bytes[from + i] | (LENGTH[i] & 0x20)) != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    private int number(int from) {
        int value = 0;
        for (int at = from; bytes[at] != '\r'; at++) {
            if (bytes[at] != ' ') {
                value = value * 10 + bytes[at] - '0';
            }
        }
        return value;
    }

    /** Writes an answer now, or as soon as the client reads again. */
    void write(ByteBuffer answer) throws IOException {
        if (unwritten.hasRemaining()) {
            unwritten = joined(unwritten, answer);
            return;
        }
        channel.write(answer);
        if (answer.hasRemaining()) {
            unwritten = joined(ByteBuffer.allocate(0), answer);
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
    }

    private static ByteBuffer joined(ByteBuffer first, ByteBuffer second) {
        return ByteBuffer.allocate(first.remaining() + second.remaining())
                .put(first)
                .put(second)
                .flip();
    }

    /** The client reads again. */
    void goOnWriting() throws IOException {
        channel.write(unwritten);
        if (!unwritten.hasRemaining()) {
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // What was wanted.
        }
    }
}
