package dev.wakit.provider.meta.internal.message;

import dev.wakit.address.Bsuid;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.message.MarketingDelivery;
import dev.wakit.message.Message;
import dev.wakit.message.MessageId;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.meta.MetaProviderBuilder;
import dev.wakit.provider.meta.Requests;
import dev.wakit.template.TemplateName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every send that has a golden wire file, by the name of the file. */
final class Examples {

    private static final String ACCOUNT = "110011001100";
    private static final Recipient NO_PHONE = Recipient.of(Bsuid.of("US.13491208655302741918"));

    private Examples() {}

    /** All sends. */
    static Map<String, SendRequest> all() {
        var all = new LinkedHashMap<String, SendRequest>();
        messages().forEach((name, message) -> all.put(name, Requests.of(message)));
        all.put(
                "envelope-full",
                to(Requests.PERSON, TextMessage.of("Hi"))
                        .callbackData("w1.abc.1.tag")
                        .replyTo(MessageId.of("wamid.HBgLMTY1"))
                        .identityHash("DF2lS5v2W6x=")
                        .build());
        all.put("envelope-bsuid", to(NO_PHONE, TextMessage.of("Hi")).build());
        all.put(
                "envelope-marketing-by-configuration",
                to(NO_PHONE, TemplateMessage.of("sale_spring", "en_US"))
                        .callbackData("w1.abc.1.tag")
                        .build());
        return all;
    }

    /** The messages among them, without anything around. */
    static Map<String, Message> messages() {
        var all = new LinkedHashMap<String, Message>();
        all.putAll(MessageExamples.all());
        all.putAll(InteractiveExamples.all());
        all.putAll(TemplateExamples.all());
        return all;
    }

    /** What the account adds to an example. */
    static SendSettings settings(String name) {
        return new SendSettings(
                Optional.of(ACCOUNT).filter(account -> name.equals("envelope-full")),
                MarketingDelivery.standard(),
                Examples::isMarketing);
    }

    /** A provider that adds the same to all examples but one. */
    static MetaProvider provider(MetaProviderBuilder builder) {
        return builder.payments(true)
                .marketing(MarketingDelivery.standard(), Examples::isMarketing)
                .build();
    }

    /** A provider that adds the same to {@code envelope-full}. */
    static MetaProvider providerOfAccount(MetaProviderBuilder builder) {
        return provider(builder.messagingAccountId(ACCOUNT));
    }

    private static boolean isMarketing(TemplateName template) {
        return template.value().startsWith("sale_");
    }

    private static SendRequest.Builder to(Recipient person, Message message) {
        return SendRequest.builder(SenderId.of(Requests.SENDER), person, message);
    }
}
