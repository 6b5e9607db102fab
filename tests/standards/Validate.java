import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Judges PDF files with veraPDF. Arguments: files. One line for each file and profile, fields parted by tabs:
 * {@code file profile checks failures}, then one line for each broken rule, opened by a tab:
 * {@code clause-test times message example}.
 */
public final class Validate {
    private static final String[] PROFILES = {"ua1", "2a"};

    public static void main(String[] files) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            for (String profile : PROFILES) {
                judge(file, PDFAFlavour.byFlavourId(profile));
            }
        }
    }

    private static void judge(String file, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, 20, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, TestAssertion> examples = new TreeMap<>();
            Map<String, Integer> times = new TreeMap<>();
            result.getFailedChecks().forEach((rule, count) -> times.put(rule.getClause() + "-" + rule.getTestNumber(), count));
            for (TestAssertion broken : result.getTestAssertions()) {
                examples.putIfAbsent(broken.getRuleId().getClause() + "-" + broken.getRuleId().getTestNumber(), broken);
            }
            int failures = times.values().stream().mapToInt(Integer::intValue).sum();
            if (failures == 0 && !result.isCompliant()) {
                failures = 1;
            }
            System.out.println(String.join("\t", List.of(file, flavour.getId(), "" + result.getTotalAssertions(), "" + failures)));
            times.forEach((rule, count) -> {
                TestAssertion example = examples.get(rule);
                String said = example == null ? "" : (example.getErrorMessage() == null ? example.getMessage() : example.getErrorMessage());
                String where = example == null ? "" : example.getLocation().getContext();
                System.out.println("\t" + String.join("\t", List.of(rule, "" + count, flat(said), flat(where))));
            });
        }
    }

    private static String flat(String text) {
        return text == null ? "" : text.replaceAll("\\s+", " ");
    }
}
