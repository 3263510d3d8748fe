package dev.wakit.commerce;

import dev.wakit.internal.Check;
import dev.wakit.internal.WebAddress;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One way to pay an order. Implementations are immutable and show no key or code in {@code toString}.
 *
 * @since 0.1
 */
public sealed interface PaymentSetting {
    /**
     * A web page to pay on (Brazil).
     *
     * @param uri the page
     * @since 0.1
     */
    record PaymentLink(URI uri) implements PaymentSetting {
        public PaymentLink {
            Check.url("payment_link.uri", uri);
        }

        /** Returns the link of a text. */
        public static PaymentLink of(String uri) {
            return new PaymentLink(Check.url("payment_link.uri", uri));
        }

        @Override
        public String toString() {
            return "PaymentLink[host=" + WebAddress.host(uri).orElse("") + "]";
        }
    }

    /**
     * A dynamic Pix code (Brazil).
     *
     * @param code the code to copy
     * @param merchantName the name of the receiver
     * @param key the Pix key of the receiver
     * @param keyType what the key is: CPF, CNPJ, EMAIL, PHONE or EVP
     * @since 0.1
     */
    record PixCode(String code, String merchantName, String key, String keyType) implements PaymentSetting {
        private static final Pattern KEY_TYPE = Pattern.compile("CPF|CNPJ|EMAIL|PHONE|EVP");

        public PixCode {
            Check.present("pix.code", code);
            Check.present("pix.merchant_name", merchantName);
            Check.present("pix.key", key);
            Check.matches("pix.key_type", keyType, KEY_TYPE, "be CPF, CNPJ, EMAIL, PHONE or EVP");
        }

        @Override
        public String toString() {
            return "PixCode[keyType=" + keyType + "]";
        }
    }

    /**
     * A bank slip (Brazil).
     *
     * @param digitableLine the number of the slip that people type or copy
     * @since 0.1
     */
    record Boleto(String digitableLine) implements PaymentSetting {
        public Boleto {
            Check.present("boleto.digitable_line", digitableLine);
        }

        @Override
        public String toString() {
            return "Boleto[…]";
        }
    }

    /**
     * A payment gateway that is configured in WhatsApp Manager (India).
     *
     * @param gateway {@code razorpay}, {@code payu}, {@code billdesk} or {@code zaakpay}
     * @param configurationName the name of the configuration
     * @param extras fields of the gateway, such as {@code receipt} or {@code udf1}
     * @since 0.1
     */
    record Gateway(String gateway, String configurationName, Map<String, String> extras) implements PaymentSetting {
        private static final Pattern GATEWAY = Pattern.compile("razorpay|payu|billdesk|zaakpay");

        public Gateway {
            Check.matches("payment_gateway.type", gateway, GATEWAY, "be razorpay, payu, billdesk or zaakpay");
            Check.present("payment_gateway.configuration_name", configurationName);
            extras = Map.copyOf(extras);
        }

        @Override
        public String toString() {
            return "Gateway[gateway=" + gateway + ", configurationName=" + configurationName + "]";
        }
    }
}
