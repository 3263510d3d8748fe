package dev.wakit.samples.server.demo;

import java.util.List;
import java.util.Map;

/** Names and towns as customer lists have them, by country. */
final class DemoNames {

    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry(
                    "IN",
                    List.of(
                            "Ananya Sharma",
                            "Rohan Mehta",
                            "प्रिया वर्मा",
                            "अर्जुन सिंह",
                            "Kavya Iyer",
                            "நந்தினி குமார்",
                            "Vikram Reddy",
                            "আদিত্য সেন",
                            "Meera Nair",
                            "सुनीता देशपांडे",
                            "Farhan Qureshi",
                            "ਗੁਰਪ੍ਰੀਤ ਕੌਰ")),
            Map.entry(
                    "US",
                    List.of(
                            "Emily Johnson",
                            "Michael O'Brien",
                            "Aaliyah Washington",
                            "Robert \"Bob\" Miller",
                            "Nguyễn Thị Hương",
                            "Smith, John Jr.")),
            Map.entry(
                    "GB",
                    List.of("Oliver Smith", "Siân Llewellyn", "Amelia Clarke-Jones", "Muhammad Ali", "Fiona MacLeod")),
            Map.entry("DE", List.of("Jürgen Müller", "Änne Größer", "Schäfer, Björn", "Zoë Weiß", "Ayşe Yıldız")),
            Map.entry("FR", List.of("François Lefèvre", "Zoé Dubois", "Anaïs Bélanger", "Jean-Noël D'Arcy")),
            Map.entry("ES", List.of("José Ángel Núñez", "María Peña", "Íñigo Martínez", "Begoña Ibáñez")),
            Map.entry("BR", List.of("João Conceição", "Letícia Gonçalves", "Antônio \"Toninho\" Araújo", "Luíza Sá")),
            Map.entry("MX", List.of("Sofía Hernández", "Luis Ramírez", "Ximena Ordóñez")),
            Map.entry("AE", List.of("محمد الأحمد", "فاطمة الزهراء", "Aisha Al Mansoori", "خالد بن سعيد")),
            Map.entry("SA", List.of("عبد الرحمن القحطاني", "نورة العتيبي", "سلمان الحربي")),
            Map.entry("EG", List.of("أحمد عبد الله", "منى حسن", "Karim Fahmy")),
            Map.entry("IL", List.of("דניאל כהן", "נועה לוי", "יעל מזרחי", "Avi Ben-David")),
            Map.entry("RU", List.of("Екатерина Смирнова", "Иван Петров", "Дмитрий Ёлкин")),
            Map.entry("UA", List.of("Олена Шевченко", "Андрій Їжак")),
            Map.entry("CN", List.of("王小明", "李娜", "张伟", "欧阳雪")),
            Map.entry("JP", List.of("佐藤 花子", "鈴木 一郎", "たかはし みさき", "ワタナベ ケン")),
            Map.entry("TH", List.of("สมชาย ใจดี", "พิมพ์ชนก ศรีสุข", "ณัฐพล วงศ์ไทย")),
            Map.entry("ID", List.of("Siti Nurhaliza", "Budi Santoso", "Dewi")),
            Map.entry("NG", List.of("Chukwuemeka Okafor", "Adébáyọ̀ Ọlátúnjí", "Ngozi Eze")),
            Map.entry("ZA", List.of("Thabo Nkosi", "Lerato Mokoena", "Pieter van der Merwe")),
            Map.entry("TR", List.of("Çağla Öztürk", "İbrahim Işık", "Şule Güneş")),
            Map.entry("IT", List.of("Niccolò D'Angelo", "Giulia Forlì", "Lucà Pò")));

    private static final Map<String, String> TOWNS = Map.ofEntries(
            Map.entry("IN", "Pune"),
            Map.entry("US", "Portland, OR"),
            Map.entry("GB", "Cardiff"),
            Map.entry("DE", "Köln"),
            Map.entry("FR", "Besançon"),
            Map.entry("ES", "A Coruña"),
            Map.entry("BR", "São Paulo"),
            Map.entry("MX", "Mérida"),
            Map.entry("AE", "دبي"),
            Map.entry("SA", "الرياض"),
            Map.entry("EG", "القاهرة"),
            Map.entry("IL", "תל אביב"),
            Map.entry("RU", "Казань"),
            Map.entry("UA", "Львів"),
            Map.entry("CN", "上海"),
            Map.entry("JP", "大阪"),
            Map.entry("TH", "เชียงใหม่"),
            Map.entry("ID", "Bandung"),
            Map.entry("NG", "Lagos"),
            Map.entry("ZA", "Durban"),
            Map.entry("TR", "İzmir"),
            Map.entry("IT", "Forlì"));

    /** Countries as often as they come: the shop is in India and ships to the world. */
    static final List<String> COUNTRIES = List.of(
            "IN", "IN", "IN", "IN", "IN", "IN", "IN", "IN", "IN", "IN", "US", "US", "GB", "GB", "DE", "FR", "ES", "BR",
            "MX", "AE", "SA", "EG", "IL", "RU", "UA", "CN", "JP", "TH", "ID", "NG", "ZA", "TR", "IT");

    private DemoNames() {}

    static List<String> of(String country) {
        return NAMES.getOrDefault(country, List.of("Alex"));
    }

    static String town(String country) {
        return TOWNS.getOrDefault(country, "");
    }
}
