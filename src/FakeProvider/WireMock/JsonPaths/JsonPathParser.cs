using System.Globalization;

namespace GatewayBench;

/// <summary>Reads paths.</summary>
internal sealed class JsonPathParser(string text, string pointer)
{
    private readonly JsonPathScanner _scanner = new(text, pointer);

    public JsonPath ParsePath()
    {
        if (!_scanner.TryTake("$"))
        {
            throw _scanner.Unsupported("'$' was expected");
        }
        var path = ParseSteps(_scanner, pointer, depth: 0);
        return _scanner.IsAtEnd ? path : throw _scanner.Unsupported("the rest is not supported");
    }

    /// <summary>The steps that follow a <c>$</c> or <c>@</c>, up to what is none.</summary>
    public static JsonPath ParseSteps(JsonPathScanner scanner, string pointer, int depth)
    {
        var steps = new List<JsonPathStep>();
        while (scanner.Next is '.' or '[')
        {
            if (steps.Contains(JsonPathStep.Length))
            {
                throw scanner.Unsupported("nothing can follow a length");
            }
            steps.Add(
                scanner.TryTake("..") ? JsonPathStep.Descendants(Name(scanner))
                : scanner.TryTake(".") ? AfterDot(scanner)
                : InBrackets(scanner, pointer, depth)
            );
        }
        return new JsonPath(steps);
    }

    private static JsonPathStep AfterDot(JsonPathScanner scanner)
    {
        if (scanner.TryTake("*"))
        {
            return JsonPathStep.Wildcard;
        }
        if (scanner.TryTake("length()") || scanner.TryTake("size()"))
        {
            return JsonPathStep.Length;
        }
        var name = Name(scanner);
        return scanner.Next == '('
            ? throw scanner.Unsupported($"the function '{name}' is not supported")
            : JsonPathStep.Name(name);
    }

    private static JsonPathStep InBrackets(JsonPathScanner scanner, string pointer, int depth)
    {
        scanner.Take("[");
        scanner.SkipSpace();
        var step = scanner.Next switch
        {
            '*' when scanner.TryTake("*") => JsonPathStep.Wildcard,
            '\'' or '"' => JsonPathStep.Name(scanner.TakeQuoted(scanner.Next, undoEscapes: true)),
            '?' => JsonPathStep.Filter(new JsonPathFilterParser(scanner, pointer).Parse(depth)),
            _ => JsonPathStep.Index(Index(scanner)),
        };
        scanner.Take("]");
        return step;
    }

    private static int Index(JsonPathScanner scanner)
    {
        var digits = scanner.TakeWhile(static c => char.IsAsciiDigit(c) || c == '-');
        return int.TryParse(
            digits,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var index
        )
            ? index
            : throw scanner.Unsupported("an index, a quoted name, * or a filter was expected");
    }

    private static string Name(JsonPathScanner scanner)
    {
        var name = scanner.TakeWhile(static c => char.IsLetterOrDigit(c) || c is '_' or '-' or '$');
        return name.Length > 0 ? name : throw scanner.Unsupported("a name was expected");
    }
}
