using System.Text.Json;

namespace GatewayBench;

/// <summary>Reads filters, by recursive descent: or, and, not, comparison, operand.</summary>
internal sealed class JsonPathFilterParser(JsonPathScanner scanner, string pointer)
{
    /// <summary>Parentheses, negations and filters within filters: it bounds the recursion.</summary>
    private const int MostNested = 20;

    private int _depth;

    public JsonPathFilter Parse(int depth)
    {
        _depth = depth;
        scanner.Take("?");
        scanner.Take("(");
        var filter = Or();
        scanner.Take(")");
        return filter;
    }

    private JsonPathFilter Or()
    {
        var filter = And();
        while (scanner.TryTakeAfterSpace("||"))
        {
            var (left, right) = (filter, And());
            filter = (value, root) => left(value, root) || right(value, root);
        }
        return filter;
    }

    private JsonPathFilter And()
    {
        var filter = Not();
        while (scanner.TryTakeAfterSpace("&&"))
        {
            var (left, right) = (filter, Not());
            filter = (value, root) => left(value, root) && right(value, root);
        }
        return filter;
    }

    private JsonPathFilter Not()
    {
        if (++_depth > MostNested)
        {
            throw scanner.Unsupported($"more than {MostNested} nested filters");
        }
        var filter = NotNested();
        _depth--;
        return filter;
    }

    private JsonPathFilter NotNested()
    {
        scanner.SkipSpace();
        if (scanner.TryTake("!"))
        {
            var negated = Not();
            return (value, root) => !negated(value, root);
        }
        if (scanner.TryTake("("))
        {
            var inner = Or();
            scanner.Take(")");
            return inner;
        }
        return Comparison();
    }

    private JsonPathFilter Comparison()
    {
        var isPath = scanner.Next is '@' or '$';
        var left = Operand();
        scanner.SkipSpace();
        var comparison = Array.Find(JsonPathComparison.Operators, scanner.TryTake);
        return comparison switch
        {
            null when isPath => (value, root) => left(value, root) is not null,
            null => throw scanner.Unsupported("a comparison was expected"),
            "=~" => JsonPathComparison.Of(left, Regex()),
            _ => JsonPathComparison.Of(comparison, left, Operand()),
        };
    }

    private JavaRegex Regex()
    {
        scanner.SkipSpace();
        var pattern = scanner.TakeQuoted('/', undoEscapes: false);
        return new JavaRegex(pattern, pointer, ignoreCase: scanner.TryTake("i"));
    }

    private JsonPathOperand Operand()
    {
        scanner.SkipSpace();
        switch (scanner.Next)
        {
            case '@' when scanner.TryTake("@"):
                var fromValue = DefinitePath();
                return (value, root) => FirstOf(fromValue.Find(value, root));
            case '$' when scanner.TryTake("$"):
                var fromRoot = DefinitePath();
                return (_, root) => FirstOf(fromRoot.Find(root, root));
            case '\'' or '"':
                return Literal(
                    JsonSerializer.SerializeToElement(
                        scanner.TakeQuoted(scanner.Next, undoEscapes: true)
                    )
                );
            default:
                var word = scanner.TakeWhile(static c =>
                    char.IsLetterOrDigit(c) || c is '-' or '+' or '.'
                );
                return StubJson.TryRead(word) is { } literal
                    ? Literal(literal)
                    : throw scanner.Unsupported("a path or a literal was expected");
        }
    }

    private JsonPath DefinitePath()
    {
        var path = JsonPathParser.ParseSteps(scanner, pointer, _depth);
        return path.IsDefinite
            ? path
            : throw scanner.Unsupported("a path in a filter has a wildcard, '..' or a filter");
    }

    private static JsonPathOperand Literal(JsonElement literal) => (_, _) => literal;

    private static JsonElement? FirstOf(List<JsonElement> found) =>
        found.Count > 0 ? found[0] : null;
}
