package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopWordsTest {

    private final StopWords words = StopWords.shipped();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop! ",
                "STOP.",
                "ｓｔｏｐ",
                "🛑 STOP 🛑",
                "Stop promotions",
                "unsubscribe",
                "ARRÊT",
                "Arrêt !",
                "abmelden",
                "baja",
                "СТОП",
                "стоп!!!",
                "إيقاف",
                "बंद करो",
                "停止",
                "退订",
                "중지",
                "หยุด",
                "\u202Estop\u202C"
            })
    void understandsAWordInAnyDress(String text) {
        assertThat(words.matches(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "don't stop",
                "please stop calling my mother",
                "cancel my order #5",
                "where is the bus stop?",
                "stopover in Dubai",
                "The end of the story",
                "non-stop",
                "nonstop",
                "Stopp, ich habe noch eine Frage"
            })
    void doesNotHearStopInASentence(String text) {
        assertThat(words.matches(text)).isFalse();
    }
}
