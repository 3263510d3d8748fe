package dev.wakit.provider.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.AuthenticationException;
import dev.wakit.RequestRefusedException;
import dev.wakit.WhatsApp;
import dev.wakit.WhatsAppException;
import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.meta.account.ChatCommand;
import dev.wakit.provider.meta.account.ChatOpening;
import dev.wakit.provider.meta.account.CodeMethod;
import dev.wakit.provider.meta.account.MessagingLimit;
import dev.wakit.provider.meta.account.MetaAccount;
import dev.wakit.provider.meta.account.NumberStatus;
import dev.wakit.provider.meta.account.ProfileChange;
import dev.wakit.provider.meta.account.QrCode;
import dev.wakit.provider.meta.account.QrImage;
import dev.wakit.provider.meta.account.SendAbility;
import dev.wakit.provider.meta.account.SettingChange;
import dev.wakit.provider.meta.account.UsernameStatus;
import dev.wakit.provider.meta.account.Vertical;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.QualityRating;
import dev.wakit.testkit.meta.MetaSimulator;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The account against the simulator, from one call to the next. */
class AccountWithSimulatorTest {

    private static final PhoneNumber MARIA = PhoneNumber.parse("+14155551234");
    private static final SenderId FIRST = SenderId.of("106540352242922");
    private static final SenderId SECOND = SenderId.of("106540352242923");

    private final MetaSimulator simulator = MetaSimulator.builder()
            .phoneNumberIds(List.of(FIRST.value(), SECOND.value()))
            .latency(Duration.ZERO, Duration.ZERO)
            .start();
    private final MetaProvider provider = MetaProvider.builder(simulator.accessToken(), simulator.phoneNumberId())
            .businessAccountId(simulator.wabaId())
            .baseUrl(simulator.baseUrl())
            .build();
    private final MetaAccount account = provider.account();

    @AfterEach
    void stop() {
        provider.close();
        simulator.close();
    }

    @Test
    void listsNumbersAsTheyStand() {
        simulator.qualityRating("RED");

        assertThat(account.numbers().list()).hasSize(2).allSatisfy(number -> {
            assertThat(number.quality()).isEqualTo(QualityRating.RED);
            assertThat(number.isUsable()).isTrue();
        });
        assertThat(account.numbers()
                        .get(SECOND)
                        .health()
                        .orElseThrow()
                        .canSend()
                        .is(SendAbility.LIMITED))
                .isTrue();
    }

    @Test
    void aNewNumberIsVerifiedAndRegisteredBeforeItSends() {
        simulator.makeNew(FIRST.value());
        var numbers = account.numbers();

        assertThat(numbers.get(FIRST).status().is(NumberStatus.UNVERIFIED)).isTrue();
        assertThatThrownBy(() -> WhatsApp.using(provider).send(MARIA, TextMessage.of("Hi")))
                .isInstanceOf(WhatsAppException.class)
                .hasMessageContaining("133010");
        assertThatThrownBy(() -> numbers.register(FIRST, "654321")).hasMessageContaining("133006");
        numbers.requestCode(FIRST, CodeMethod.SMS, LanguageCode.of("en_US"));
        assertThatThrownBy(() -> numbers.verifyCode(FIRST, "999999")).isInstanceOf(RequestRefusedException.class);
        numbers.verifyCode(FIRST, "123-456");
        assertThat(numbers.get(FIRST).status().is(NumberStatus.DISCONNECTED)).isTrue();
        numbers.register(FIRST, "654321");

        assertThat(numbers.get(FIRST).isUsable()).isTrue();
        assertThat(WhatsApp.using(provider).send(MARIA, TextMessage.of("Hi"))).isNotNull();
        assertThatThrownBy(() -> numbers.requestCode(FIRST, CodeMethod.VOICE, LanguageCode.of("en_US")))
                .hasMessageContaining("136024");
    }

    @Test
    void registeringAgainNeedsThePin() {
        var numbers = account.numbers();
        numbers.changePin(FIRST, "000000");
        numbers.deregister(FIRST);

        assertThatThrownBy(() -> numbers.register(FIRST, "111111"))
                .hasMessageContaining("133005")
                .hasMessageNotContaining("111111");
        numbers.register(FIRST, "000000", "DE");
        assertThat(numbers.get(FIRST).isUsable()).isTrue();
    }

    @Test
    void keepsWhatWasSet() {
        var settings = account.settings();
        settings.change(FIRST, SettingChange.calling(true));
        settings.change(FIRST, SettingChange.identityCheck(true));
        settings.change(FIRST, SettingChange.storedIn("IN"));
        settings.changeCommerce(FIRST, false, true);
        settings.changeOpening(
                FIRST, new ChatOpening(true, List.of("Hours?"), List.of(new ChatCommand("help", "Helps"))));
        settings.changeProfile(
                FIRST,
                ProfileChange.builder()
                        .about("Open")
                        .websites(List.of(URI.create("https://shop.example")))
                        .vertical(Vertical.RETAIL)
                        .build());
        settings.changeProfile(
                FIRST, ProfileChange.builder().email("shop@shop.example").build());

        assertThat(settings.get(FIRST).calling()).hasValue(true);
        assertThat(settings.get(FIRST).identityCheck()).hasValue(true);
        assertThat(settings.get(FIRST).storageRegion()).hasValue("IN");
        assertThat(settings.get(SECOND).calling()).hasValue(false);
        assertThat(settings.commerce(FIRST).cart()).isFalse();
        assertThat(settings.commerce(FIRST).catalogVisible()).isTrue();
        assertThat(settings.opening(FIRST).prompts()).containsExactly("Hours?");
        var profile = settings.profile(FIRST);
        assertThat(profile.about()).hasValue("Open");
        assertThat(profile.email()).hasValue("shop@shop.example");
        assertThat(profile.websites()).hasSize(1);
        assertThat(profile.vertical().is(Vertical.RETAIL)).isTrue();
    }

    @Test
    void knowsWhetherWebhooksAreSubscribed() {
        var subscriptions = account.subscriptions();
        assertThat(subscriptions.isSubscribed()).isTrue();

        subscriptions.unsubscribe();
        assertThat(subscriptions.isSubscribed()).isFalse();

        subscriptions.subscribe(URI.create("https://hooks.example"), "check");
        assertThat(subscriptions.isSubscribed()).isTrue();
        assertThat(subscriptions.list().get(0).overrideUrl()).hasValue(URI.create("https://hooks.example"));
        subscriptions.override(FIRST, URI.create("https://hooks.example/1"), "check");
        subscriptions.removeOverride(FIRST);
    }

    @Test
    void noWebhookComesWithoutASubscription() {
        simulator.webhooksTo(URI.create("http://127.0.0.1:1/never"));
        account.subscriptions().unsubscribe();

        simulator.customerWrites("+14155551234", "Hello?");
        simulator.awaitQuiet(Requests.PATIENCE);

        assertThat(simulator.summary().droppedWebhooks()).isOne();
    }

    @Test
    void blocksWhoWroteAndTellsWhoDidNot() {
        simulator.customerWrites("+14155551234", "Spam");
        var people = List.of(Recipient.of(MARIA), Recipient.of(PhoneNumber.parse("+14155559999")));

        var result = account.blockList().block(FIRST, people);

        assertThat(result.done()).hasSize(1);
        assertThat(result.failed().get(0).errors().get(0).code()).isEqualTo("131047");
        assertThat(account.blockList().list(FIRST))
                .extracting(it -> it.waId().orElseThrow())
                .containsExactly("14155551234");
        assertThat(account.blockList().unblock(FIRST, people).isComplete()).isTrue();
        assertThat(account.blockList().list(FIRST)).isEmpty();
    }

    @Test
    void makesChangesAndDeletesQrCodes() {
        var codes = account.qrCodes();

        QrCode made = codes.create(FIRST, "Show me the deals", QrImage.PNG);
        codes.change(FIRST, made.code(), "Show me more");

        assertThat(made.image()).isPresent();
        QrCode found = codes.find(FIRST, made.code()).orElseThrow();
        assertThat(found.message()).isEqualTo("Show me more");
        assertThat(found.link()).isEqualTo(made.link());
        assertThat(codes.list(FIRST, QrImage.SVG).get(0).image()).isPresent();
        assertThat(codes.list(SECOND, QrImage.SVG)).isEmpty();
        codes.delete(FIRST, made.code());
        assertThat(codes.find(FIRST, made.code())).isEmpty();
        assertThatThrownBy(() -> codes.delete(FIRST, made.code())).isInstanceOf(RequestRefusedException.class);
    }

    @Test
    void givesTakesAndMovesUsernames() {
        var names = account.usernames();
        assertThat(names.suggestions(FIRST)).isNotEmpty();
        assertThatThrownBy(() -> names.set(FIRST, "taken")).hasMessageContaining("147001");

        assertThat(names.set(FIRST, "shop").status().is(UsernameStatus.APPROVED))
                .isTrue();
        assertThat(account.numbers().get(FIRST).username()).hasValue("shop");
        assertThatThrownBy(() -> names.set(SECOND, "shop")).hasMessageContaining("147005");
        assertThat(names.transfer(SECOND, "shop").name()).isEqualTo("shop");

        assertThat(names.get(FIRST).name()).isEmpty();
        names.delete(SECOND);
        assertThat(names.get(SECOND).status().is(UsernameStatus.DELETED)).isTrue();
    }

    @Test
    void describesTheAccountThePortfolioAndTheToken() {
        assertThat(account.details().currency()).hasValue("USD");
        assertThat(account.messagingLimit(simulator.portfolioId()).is(MessagingLimit.TIER_UNLIMITED))
                .isTrue();
        assertThat(account.parentAccount(simulator.portfolioId()).orElseThrow().portfolioIds())
                .containsExactly(simulator.portfolioId());
        assertThat(account.token().appId()).hasValue(simulator.appId());
        assertThat(account.token().expiresAt()).isEmpty();
        account.forgetContact(FIRST, Bsuid.of("US.13491208655302741918"));
    }

    @Test
    void aWrongTokenIsAnAuthenticationFault() {
        provider.replaceAccessToken("EAAwrong");

        assertThatThrownBy(() -> account.numbers().list())
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("190")
                .hasMessageNotContaining("EAAwrong");
    }
}
