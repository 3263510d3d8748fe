package dev.wakit.provider.meta.conformance;

import static dev.wakit.provider.meta.conformance.CallExample.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.SenderId;
import dev.wakit.provider.meta.Requests;
import dev.wakit.provider.meta.account.SubscribedApp;
import dev.wakit.provider.meta.account.WebhookSubscriptions;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Calls of webhook subscriptions and of the token. */
final class SubscriptionCallExamples {

    private static final SenderId SENDER = SenderId.of(Requests.SENDER);
    private static final URI HOOK = URI.create("https://hooks.example/meta");
    private static final String LIST = "getAllSubscriptionsForAWaba";
    private static final String SUBSCRIBE = "subscribeToWabaWebhooks";

    private SubscriptionCallExamples() {}

    static Stream<CallExample> all() {
        return Stream.of(read(), changed()).flatMap(List::stream);
    }

    private static List<CallExample> read() {
        return List.of(
                of(
                        "subscriptions-list",
                        facades -> assertThat(facades.account().subscriptions().list())
                                .containsExactly(
                                        new SubscribedApp(
                                                "1234567890123456", "Business Messaging App", Optional.empty()),
                                        new SubscribedApp(
                                                "2345678901234567", "Customer Support Bot", Optional.empty())),
                        Answer.documented(LIST, "multiple_subscriptions")),
                of(
                        "subscriptions-is-subscribed",
                        facades -> assertThat(facades.account().subscriptions().isSubscribed())
                                .isTrue(),
                        Answer.documented(LIST, "multiple_subscriptions")),
                of(
                        "subscriptions-list-empty",
                        facades -> assertThat(facades.account().subscriptions().isSubscribed())
                                .isFalse(),
                        Answer.documented(LIST, "no_subscriptions")),
                of(
                        "token",
                        facades -> assertThat(facades.account().token()).satisfies(token -> {
                            assertThat(token.valid()).isTrue();
                            assertThat(token.appId()).contains("4711");
                        }),
                        Answer.undocumented("{\"data\":{\"app_id\":\"4711\",\"is_valid\":true,\"expires_at\":0}}")));
    }

    private static List<CallExample> changed() {
        return List.of(
                change("subscribe", WebhookSubscriptions::subscribe, SUBSCRIBE, "basic_subscription_success"),
                change(
                        "subscribe-with-address",
                        it -> it.subscribe(HOOK, "check"),
                        SUBSCRIBE,
                        "custom_callback_success"),
                change(
                        "unsubscribe",
                        WebhookSubscriptions::unsubscribe,
                        "unsubscribeFromWabaWebhooks",
                        "unsubscribe_success"),
                change(
                        "override",
                        it -> it.override(SENDER, HOOK, "check"),
                        "updatePhoneNumberStatus",
                        "settings_updated"),
                change(
                        "remove-override",
                        it -> it.removeOverride(SENDER),
                        "updatePhoneNumberStatus",
                        "settings_updated"));
    }

    private static CallExample change(
            String name, Consumer<WebhookSubscriptions> call, String operation, String example) {
        return of(
                "subscriptions-" + name,
                facades -> call.accept(facades.account().subscriptions()),
                Answer.documented(operation, example));
    }
}
