package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.TenantId;
import dev.wakit.campaign.delivery.DeliveryId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptRefsTest {

    private static final TenantId TENANT = TenantId.of("acme");
    private static final DeliveryId DELIVERY = new DeliveryId(712_345_678_901_234_567L);

    private final AttemptRefs refs = new AttemptRefs(new byte[32]);

    @Test
    void readsWhatItWrote() {
        String text = refs.write(TENANT, DELIVERY, 3);

        assertThat(refs.read(TENANT, text)).contains(new AttemptRefs.Ref(DELIVERY, 3));
    }

    @Test
    void fitsIntoSixtyFourCharacters() {
        assertThat(refs.write(TENANT, new DeliveryId(Long.MAX_VALUE), Integer.MAX_VALUE))
                .hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void refusesTheRefOfAnotherTenant() {
        String text = refs.write(TENANT, DELIVERY, 1);

        assertThat(refs.read(TenantId.of("other"), text)).isEmpty();
    }

    @Test
    void refusesTheRefOfAnotherInstallation() {
        var secret = new byte[32];
        secret[0] = 1;
        String text = new AttemptRefs(secret).write(TENANT, DELIVERY, 1);

        assertThat(refs.read(TENANT, text)).isEmpty();
    }

    @Test
    void refusesEveryRefWithOneCharacterChanged() {
        String text = refs.write(TENANT, DELIVERY, 1);
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'Q' ? 'R' : 'Q';
            String changed = text.substring(0, i) + other + text.substring(i + 1);

            assertThat(refs.read(TENANT, changed)).as(changed).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "...", "w1", "w1...", "w1.x.y.z", "w2.1.1.AAAAAAAAAAAA", "c=42;r=981", "w1.1.1.!!!"})
    void refusesGarbage(String garbage) {
        assertThat(refs.read(TENANT, garbage)).isEmpty();
    }

    @Test
    void survivesRandomText() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder("w1.");
            random.ints(random.nextInt(40), 32, 1_000).forEach(c -> text.append((char) c));

            assertThat(refs.read(TENANT, text.toString())).isEmpty();
        }
    }
}
