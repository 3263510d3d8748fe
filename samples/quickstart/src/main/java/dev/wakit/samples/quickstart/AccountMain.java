package dev.wakit.samples.quickstart;

import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.meta.account.MetaAccount;
import dev.wakit.provider.meta.account.ProfileChange;
import dev.wakit.provider.meta.account.SenderNumber;
import dev.wakit.provider.meta.account.Vertical;
import dev.wakit.testkit.meta.MetaSimulator;
import java.net.URI;
import java.util.List;

/** Looks at the numbers of an account before a campaign, changes a profile, and sees to the webhooks. */
public final class AccountMain {

    private AccountMain() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        try (var simulator = MetaSimulator.start();
                var meta = MetaProvider.builder(simulator.accessToken(), simulator.phoneNumberId())
                        .businessAccountId(simulator.wabaId())
                        .baseUrl(simulator.baseUrl())
                        .build()) {
            // region account
            MetaAccount account = meta.account();
            for (SenderNumber number : account.numbers().list()) {
                System.out.println(number.displayNumber().orElse("?") + ": " + number.status() + ", quality "
                        + number.quality() + ", throughput " + number.throughput());
            }
            System.out.println("Token ends: "
                    + account.token().expiresAt().map(Object::toString).orElse("never"));

            var change = ProfileChange.builder()
                    .about("Open from 9 to 5")
                    .websites(List.of(URI.create("https://shop.example")))
                    .vertical(Vertical.RETAIL)
                    .build();
            account.settings().changeProfile(meta.defaultSender(), change);
            System.out.println("About: "
                    + account.settings().profile(meta.defaultSender()).about().orElse(""));

            if (!account.subscriptions().isSubscribed()) {
                account.subscriptions().subscribe();
            }
            System.out.println("Gets webhooks: " + account.subscriptions().isSubscribed());
            // endregion
        }
    }
}
