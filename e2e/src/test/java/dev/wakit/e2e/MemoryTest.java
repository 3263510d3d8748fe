package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine's memory belongs to its lanes, not to the size of a campaign. */
class MemoryTest {

    private static final Pattern RESULT =
            Pattern.compile("SOAK .*accepted=(\\d+) sent=(\\d+) peakMb=(\\d+) seconds=(\\d+)");

    @TempDir
    private Path folder;

    @Test
    void aTenTimesLargerCampaignNeedsNoMoreMemory() throws IOException, InterruptedException {
        int large = Integer.getInteger("wakit.soak.recipients", 100_000);

        long small = run("small", large / 10);
        long big = run("large", large);

        assertThat(big)
                .as("MB alive after a collection, %d against %d recipients", large, large / 10)
                .isLessThan(small + 40);
    }

    private long run(String name, int recipients) throws IOException, InterruptedException {
        Path log = folder.resolve(name + ".log");
        Process soak = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Soak.class.getName(),
                        folder.resolve(name + ".db").toString(),
                        Integer.toString(recipients))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            // The build bounds each test; a million recipients on a busy machine may take an hour.
            assertThat(soak.waitFor(4, TimeUnit.HOURS)).as("ended in time").isTrue();
        } finally {
            soak.destroyForcibly();
        }
        String output = Files.readString(log);
        Matcher result = RESULT.matcher(output);
        assertThat(result.find()).as(output).isTrue();
        System.out.println(result.group());
        assertThat(Integer.parseInt(result.group(1))).isEqualTo(recipients);
        assertThat(Integer.parseInt(result.group(2))).isEqualTo(recipients);
        return Long.parseLong(result.group(3));
    }
}
