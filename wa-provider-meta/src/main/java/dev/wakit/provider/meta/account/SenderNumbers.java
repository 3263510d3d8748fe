package dev.wakit.provider.meta.account;

import dev.wakit.address.SenderId;
import dev.wakit.template.LanguageCode;
import java.util.List;

/**
 * The numbers of an account.
 *
 * <p>Calls behave as {@link MetaAccount} says. A PIN and a code are in no exception and no log. Thread-safe.
 *
 * @since 0.1
 */
public interface SenderNumbers {

    /**
     * All numbers of the account, without their health, which Meta tells of one number at a time.
     *
     * @throws IllegalStateException without the id of the business account
     */
    List<SenderNumber> list();

    /** One number, with its health. */
    SenderNumber get(SenderId sender);

    /** Asks for the code that proves that the business owns the number, in a language that Meta knows, such as {@code en_US}. */
    void requestCode(SenderId sender, CodeMethod method, LanguageCode language);

    /**
     * Proves with the code that came.
     *
     * @param code six digits; a hyphen between them is left out
     */
    void verifyCode(SenderId sender, String code);

    /**
     * Registers the number, so that it can send. At most 10 times in 72 hours, together with deregistering.
     *
     * @param pin the PIN of its two-step verification, six digits; becomes it if there is none
     */
    void register(SenderId sender, String pin);

    /**
     * Registers the number and keeps its messages in one country.
     *
     * @param region two letters of the country
     */
    void register(SenderId sender, String pin, String region);

    /** Takes the number off the Cloud API; it can send no longer. At most 10 times in 72 hours, together with registering. */
    void deregister(SenderId sender);

    /** Sets the PIN of the two-step verification, six digits. */
    void changePin(SenderId sender, String pin);
}
