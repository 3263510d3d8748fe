package dev.wakit.benchmarks.micro;

import dev.wakit.inbound.InboundEvent;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A webhook body with one status. */
@State(Scope.Benchmark)
public class StatusBenchmark {

    private static final String BODY =
            "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":["
                    + "{\"field\":\"messages\",\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":{\"phone_number_id\":\"1\"},"
                    + "\"statuses\":[{\"id\":\"wamid.HBgM\",\"status\":\"delivered\",\"timestamp\":\"1767225600\","
                    + "\"recipient_id\":\"919978783238\",\"biz_opaque_callback_data\":\"w1.k3v9x2m4q8.1.Zm9vYmFyYmF6\","
                    + "\"pricing\":{\"billable\":true,\"pricing_model\":\"PMP\",\"category\":\"marketing\"}}]}}]}]}";

    private final MetaProvider provider =
            MetaProvider.builder("benchmark", "1").appSecret("benchmark").build();
    private final WebhookCodec codec = provider.webhooks();
    private final WebhookRequest request =
            WebhookRequest.of("POST", "/webhooks/meta", Map.of(), BODY.getBytes(StandardCharsets.UTF_8));

    /** The bytes to an event. */
    @Benchmark
    public List<InboundEvent> parse() {
        return codec.parse(request);
    }

    /** Ends the provider. */
    @TearDown
    public void close() {
        provider.close();
    }
}
