package dev.wakit.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorPolicyTest {

    private static final ErrorPolicy TABLE = ErrorPolicy.of(List.of(
            rule("100", Disposition.FAIL_RECIPIENT),
            rule("130", Disposition.THROTTLE_LANE),
            rule("2388019", Disposition.FAIL_CAMPAIGN),
            rule("201-299", Disposition.REFRESH_CREDENTIALS)));

    @Test
    void aCodeCountsMoreThanItsSubcode() {
        assertThat(disposition(TABLE, "130", "2388019")).isEqualTo(Disposition.THROTTLE_LANE);
        assertThat(disposition(TABLE, "100", "2388019")).isEqualTo(Disposition.FAIL_RECIPIENT);
    }

    @Test
    void aSubcodeCountsForACodeThatIsNotInTheTable() {
        assertThat(disposition(TABLE, "7", "2388019")).isEqualTo(Disposition.FAIL_CAMPAIGN);
    }

    @Test
    void aRangeIsOfCodesAndNotOfSubcodes() {
        assertThat(disposition(TABLE, "250", null)).isEqualTo(Disposition.REFRESH_CREDENTIALS);
        assertThat(disposition(TABLE, "7", "250")).isEqualTo(Disposition.FAIL_RECIPIENT);
    }

    @ParameterizedTest
    @CsvSource({
        "100,2388019,FAIL_CAMPAIGN",
        "100,999,FAIL_RECIPIENT",
        "100,250,FAIL_RECIPIENT",
        "100,,FAIL_RECIPIENT",
        "130,2388019,THROTTLE_LANE"
    })
    void aCodeThatSaysLittleIsRefinedByItsSubcode(String code, String subcode, Disposition expected) {
        ErrorPolicy refined = TABLE.refinedBySubcode("100");

        assertThat(disposition(refined, code, subcode)).isEqualTo(expected);
    }

    @Test
    void overridingKeepsWhatIsRefined() {
        ErrorPolicy policy = TABLE.refinedBySubcode("100").overriding("130", Disposition.PAUSE_CAMPAIGN);

        assertThat(disposition(policy, "130", null)).isEqualTo(Disposition.PAUSE_CAMPAIGN);
        assertThat(disposition(policy, "100", "2388019")).isEqualTo(Disposition.FAIL_CAMPAIGN);
    }

    @Test
    void aRangeCanBeOverridden() {
        ErrorPolicy policy = TABLE.overriding(List.of(rule("201-299", Disposition.PAUSE_CAMPAIGN)));

        assertThat(disposition(policy, "250", null)).isEqualTo(Disposition.PAUSE_CAMPAIGN);
        assertThat(policy.rules()).hasSameSizeAs(TABLE.rules());
    }

    @Test
    void anUnknownCodeIsRetriedOnlyWhenItMayPass() {
        ProviderError.Builder unknown = ProviderError.builder("424242");

        assertThat(TABLE.ruleFor(unknown.build()).disposition()).isEqualTo(Disposition.FAIL_RECIPIENT);
        assertThat(TABLE.ruleFor(unknown.isTransient(true).build()).disposition())
                .isEqualTo(Disposition.RETRY_BACKOFF);
        assertThat(TABLE.ruleFor(unknown.isTransient(false).httpStatus(503).build())
                        .disposition())
                .isEqualTo(Disposition.RETRY_BACKOFF);
    }

    @Test
    void aBadRowIsNamedByItsLine() {
        String csv =
                "code,title,category,disposition,scope,advice\n1,A,auth,FAIL_RECIPIENT,request,x\n2,B,auth,NO,request,x\n";

        assertThatThrownBy(() -> ErrorPolicy.fromCsv(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Line 3");
    }

    private static Disposition disposition(ErrorPolicy policy, String code, String subcode) {
        return policy.ruleFor(ProviderError.builder(code).subcode(subcode).build())
                .disposition();
    }

    private static ErrorRule rule(String code, Disposition disposition) {
        return new ErrorRule(code, "T" + code, ErrorCategory.OTHER, disposition, ErrorScope.REQUEST, "Advice.");
    }
}
