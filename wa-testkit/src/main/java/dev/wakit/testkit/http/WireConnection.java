package dev.wakit.testkit.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One connection of a client, request after request. Used by one thread. */
final class WireConnection implements AutoCloseable {

    private static final int MAX_LINE = 64 * 1024;
    private static final Duration FOREVER = Duration.ofDays(1);
    private static final byte[] NOTHING = {};

    private final Socket socket;
    private final int number;
    private final Function<WireRequest, Optional<WireAnswer.Whole>> aside;
    private final Supplier<WireAnswer> script;
    private final Consumer<WireRequest> record;
    private final Predicate<Duration> waiting;
    private final InputStream in;
    private final OutputStream out;

    /** A connection; {@code aside} is asked before the script, {@code waiting} tells after a time whether the server still runs. */
    WireConnection(
            Socket socket,
            int number,
            Function<WireRequest, Optional<WireAnswer.Whole>> aside,
            Supplier<WireAnswer> script,
            Consumer<WireRequest> record,
            Predicate<Duration> waiting)
            throws IOException {
        this.socket = socket;
        this.number = number;
        this.aside = aside;
        this.script = script;
        this.record = record;
        this.waiting = waiting;
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    void serve() throws IOException {
        if (!isLetter()) {
            // Most likely the first byte of TLS, which other servers answer in this way, too.
            write(WireAnswer.html(400));
            return;
        }
        String line = readLine();
        while (!line.isEmpty()) {
            if (!serve(line.split(" ", -1))) {
                return;
            }
            line = readLine();
        }
    }

    private boolean isLetter() throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        return Character.isLetter(first);
    }

    /** Serves one request; whether the connection can carry another. */
    private boolean serve(String[] requestLine) throws IOException {
        if (requestLine.length != 3) {
            throw new IOException("not an HTTP request");
        }
        Map<String, String> headers = readHeaders();
        var head = WireRequest.of(number, requestLine[0], requestLine[1], headers, NOTHING);
        Optional<WireAnswer.Whole> besides = aside.apply(head);
        if (besides.isPresent()) {
            readBody(headers);
            return write(besides.get());
        }
        WireAnswer answer = script.get();
        if (answer instanceof WireAnswer.EarlyReset || answer instanceof WireAnswer.HangUp) {
            record.accept(head);
            reset(socket);
            return false;
        }
        var request = WireRequest.of(number, requestLine[0], requestLine[1], headers, readBody(headers));
        record.accept(request);
        return answer(
                answer instanceof WireAnswer.Computed computed
                        ? computed.answer().apply(request)
                        : answer);
    }

    private boolean answer(WireAnswer answer) throws IOException {
        if (answer instanceof WireAnswer.Whole whole) {
            return write(whole);
        } else if (answer instanceof WireAnswer.Late late) {
            return waiting.test(late.delay()) && write(late.answer());
        } else if (answer instanceof WireAnswer.Dripping dripping) {
            return drip(dripping);
        } else if (answer instanceof WireAnswer.Cut cut) {
            writeHead(cut.answer());
            out.write(cut.answer().halved().body());
            out.flush();
        } else if (answer instanceof WireAnswer.Silence) {
            // Whatever ends the wait, there is no answer.
            var unused = waiting.test(FOREVER);
        } else {
            reset(socket);
        }
        return false;
    }

    private boolean write(WireAnswer.Whole answer) throws IOException {
        writeHead(answer);
        out.write(answer.body());
        out.flush();
        return true;
    }

    private boolean drip(WireAnswer.Dripping answer) throws IOException {
        writeHead(answer.answer());
        for (byte piece : answer.answer().body()) {
            if (!waiting.test(answer.pause())) {
                return false;
            }
            out.write(piece);
            out.flush();
        }
        return true;
    }

    private void writeHead(WireAnswer.Whole answer) throws IOException {
        var head = new StringBuilder("HTTP/1.1 ").append(answer.status()).append(" Scripted\r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(answer.body().length).append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private Map<String, String> readHeaders() throws IOException {
        var headers = new HashMap<String, String>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private byte[] readBody(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            return readChunks();
        }
        return readFully(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }

    private byte[] readChunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(readFully(size));
            readLine();
        }
        while (!readLine().isEmpty()) {
            // trailers say nothing that a script asks for
        }
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(readLine().split(";", 2)[0].strip(), 16);
    }

    private byte[] readFully(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the client left in the middle of a request");
        }
        return bytes;
    }

    /** Reads a line without its end; empty at the end of the stream. */
    private String readLine() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
            if (line.size() > MAX_LINE) {
                throw new IOException("a line without end");
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** Closes a socket in such a way that the client sees a reset, not an orderly end. */
    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException closedAlready) {
            // what was wanted
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
