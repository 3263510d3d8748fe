package dev.wakit.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Region;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinalRegionsTest {

    private static final ErrorPolicy POLICY = ErrorPolicy.of(List.of(new ErrorRule(
            "7", "Not now", ErrorCategory.RECIPIENT, Disposition.RETRY_AFTER_24H, ErrorScope.RECIPIENT, "Wait.")));

    private static InputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anErrorIsFinalInTheRegionsOfTheTableAndNowhereElse() {
        ErrorPolicy policy = POLICY.withFinalRegions(csv("code,region,advice\n7,US,Leave them out.\n7,fr,Pas ici.\n"));

        ErrorRule rule = policy.find("7").orElseThrow();
        assertThat(rule.finalAdvice(PhoneNumber.parse("+12125550049").region())).contains("Leave them out.");
        assertThat(rule.finalAdvice(PhoneNumber.parse("+14165550049").region()))
                .as("Toronto shares the calling code")
                .isEmpty();
        assertThat(rule.finalAdvice(Region.of("FR"))).contains("Pas ici.");
        assertThat(rule.finalAdvice(Region.UNKNOWN)).isEmpty();
        assertThat(rule.disposition()).isEqualTo(Disposition.RETRY_AFTER_24H);
    }

    @Test
    void aHostKeepsTheRegionsWhenItChangesADispositionAndLosesThemWhenItReplacesTheRow() {
        ErrorPolicy policy = POLICY.withFinalRegions(csv("code,region,advice\n7,US,Leave them out.\n"));

        assertThat(policy.overriding("7", Disposition.RETRY_BACKOFF)
                        .find("7")
                        .orElseThrow()
                        .finalIn())
                .containsOnlyKeys("US");
        assertThat(policy.overriding(POLICY.rules()).find("7").orElseThrow().finalIn())
                .isEmpty();
    }

    @Test
    void aRowThatNamesNoKnownCodeOrNoRegionIsRefusedWithItsLine() {
        assertThatThrownBy(() -> POLICY.withFinalRegions(csv("code,region,advice\n8,US,x\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Line 2")
                .hasMessageContaining("'8'");
        assertThatThrownBy(() -> POLICY.withFinalRegions(csv("code,region,advice\n7,US,x\n7,USA,x\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Line 3")
                .hasMessageContaining("USA");
    }
}
