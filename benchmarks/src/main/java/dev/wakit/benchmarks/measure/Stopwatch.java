package dev.wakit.benchmarks.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * Tells whoever started this process when its measured part begins and ends, by a line on standard output each, so that they read
 * the processor times of all processes at those moments. Not thread-safe.
 */
public final class Stopwatch {

    /** The line that says that the measured part begins now. */
    public static final String BEGIN = "BEGIN";

    /** What the line begins with that says that it ended, followed by the outcome as JSON. */
    public static final String END = "END ";

    private final PrintStream out;
    private final InputStream in;
    private final ObjectMapper json = new ObjectMapper();
    private long begunNanos;

    /** A stopwatch that talks over these two. */
    public Stopwatch(PrintStream out, InputStream in) {
        this.out = out;
        this.in = in;
    }

    /** The measured part begins. */
    public void begin() throws IOException {
        tell(BEGIN);
        begunNanos = System.nanoTime();
    }

    /** The measured part is over; returns when the other side has read what it wants to know of this process. */
    public void end(long units, Map<String, Double> figures) throws IOException {
        end(units, seconds(), figures);
    }

    /** The measured part is over, and only so many seconds of it were spent on these units. */
    public void end(long units, double seconds, Map<String, Double> figures) throws IOException {
        tell(END + json.writeValueAsString(new Outcome(units, seconds, figures)));
    }

    /** How long the measured part lasts so far, in seconds. */
    public double seconds() {
        return (System.nanoTime() - begunNanos) / 1e9;
    }

    private void tell(String line) throws IOException {
        out.println(line);
        out.flush();
        if (in.read() < 0) {
            throw new IOException("Whoever measures is gone.");
        }
    }
}
