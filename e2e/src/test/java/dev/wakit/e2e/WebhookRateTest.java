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

/** 3,000 statuses a second, in a process with 256 MB. */
class WebhookRateTest {

    private static final int SECONDS = Integer.getInteger("wakit.webhook.seconds", 3);

    /** The build shares its machine; the profile for releases asks for what the protocol promises. */
    private static final int LATE_SECONDS = Integer.getInteger("wakit.webhook.late", 60);

    private static final int ACK_MILLIS = Integer.getInteger("wakit.webhook.ack", 10_000);

    private static final int APPLY_MILLIS = Integer.getInteger("wakit.webhook.apply", 120_000);
    private static final Pattern RESULT =
            Pattern.compile("WEBHOOKS statuses=(\\d+) seconds=\\d+ tookMs=(\\d+) p99Ms=(\\d+)"
                    + " maxMs=\\d+ appliedMs=(\\d+) read=(\\d+) parked=(\\d+)");

    @TempDir
    private Path folder;

    @Test
    void threeThousandStatusesASecondAreAnsweredAtOnceAndAllApplied() throws IOException, InterruptedException {
        Path log = folder.resolve("soak.log");
        Process soak = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WebhookSoak.class.getName(),
                        folder.resolve("soak.db").toString(),
                        Integer.toString(SECONDS))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(soak.waitFor(10, TimeUnit.MINUTES)).as("ended in time").isTrue();
        } finally {
            soak.destroyForcibly();
        }
        String output = Files.readString(log);
        Matcher result = RESULT.matcher(output);
        assertThat(result.find()).as(output).isTrue();
        System.out.println(result.group());

        long statuses = (long) WebhookSoak.STATUSES_A_SECOND * SECONDS;
        assertThat(number(result, 1)).isEqualTo(statuses);
        assertThat(number(result, 5)).as("read").isEqualTo(statuses / 3);
        assertThat(number(result, 6)).as("parked").isZero();
        assertThat(number(result, 2))
                .as("ms until the last answer")
                .isLessThan(TimeUnit.SECONDS.toMillis(SECONDS + LATE_SECONDS));
        assertThat(number(result, 3)).as("ms until the answer, p99").isLessThanOrEqualTo(ACK_MILLIS);
        assertThat(number(result, 4)).as("ms until all is applied").isLessThanOrEqualTo(APPLY_MILLIS);
    }

    private static long number(Matcher result, int group) {
        return Long.parseLong(result.group(group));
    }
}
