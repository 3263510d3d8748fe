package dev.wakit.benchmarks.micro;

import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.Region;
import dev.wakit.address.SenderId;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ProviderError;
import dev.wakit.message.TemplateMessage;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.meta.internal.message.Envelopes;
import dev.wakit.provider.meta.internal.message.SendSettings;
import dev.wakit.provider.meta.internal.message.WireSend;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Steps on the way of one message out. */
@State(Scope.Benchmark)
public class MessageBenchmark {

    private final Envelopes envelopes = new Envelopes(SendSettings.none());
    private final Region india = Region.of("IN");
    private final ErrorPolicy policy = MetaProvider.defaultErrors();
    private final ProviderError error =
            ProviderError.builder("131026").title("Message undeliverable").build();
    private final SendRequest request = SendRequest.builder(
                    SenderId.of("1"),
                    Recipient.of(PhoneNumber.parse("+919978783238")),
                    TemplateMessage.builder("tour_package_marketing", "en_US")
                            .body("Bali Premium", "45,000")
                            .build())
            .callbackData("w1.k3v9x2m4q8.1.Zm9vYmFyYmF6")
            .build();

    /** A template message with two values to the bytes of the request. */
    @Benchmark
    public WireSend encode() {
        return envelopes.encode(request);
    }

    /** A number as people write it, to E.164. */
    @Benchmark
    public PhoneNumber phone() {
        return PhoneNumber.parse("(+91) 99787-83238", india);
    }

    /** What to do about an error code. */
    @Benchmark
    public ErrorRule policy() {
        return policy.ruleFor(error);
    }
}
