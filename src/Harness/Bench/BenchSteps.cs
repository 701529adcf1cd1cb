using System.Net.Http.Headers;
using System.Text;

namespace GatewayBench;

/// <summary>Makes scenarios of declarative HTTP steps.</summary>
/// <param name="captured">What earlier steps have captured; each step adds its own.</param>
internal sealed class BenchSteps(IEnumerable<string> captured)
{
    private const string PathAllowed =
        $"{UrlPath.Allowed}; {{{{name}}}} and ${{VARIABLE}} are escaped";
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly HashSet<string> _captured = new(captured, StringComparer.Ordinal);

    public IReadOnlyCollection<string> Captured => _captured;

    /// <summary>One exchange for a single step, else a sequence.</summary>
    /// <param name="name">What reports call the whole; null for the name of a single step.</param>
    /// <param name="list">The steps.</param>
    /// <exception cref="BenchException">A step can't be read.</exception>
    public Scenario Read(string? name, BenchNode list)
    {
        Scenario[] steps = [.. list.Items("a list of steps").Select(Step)];
        return steps is [var only] && (name is null || only.Pause is null)
            ? only.Named(name ?? only.Name)
            : list.Guard(() =>
                Scenario.Sequence(name ?? string.Join(", ", steps.Select(step => step.Name)), steps)
            );
    }

    private Scenario Step(BenchNode node)
    {
        var map = StepKeys.Shape.Read(node);
        var method = map.Get(StepKeys.Method) ?? (map.Has(StepKeys.Body) ? "POST" : "GET");
        var name =
            map.Get(StepKeys.Name) ?? $"{method} {map.Get(StepKeys.Path)!.Text(PathAllowed)}";
        var step = Scenario.Http(name, Request(map, new HttpMethod(method)));
        step = map.Get(StepKeys.Expect) is { } expect ? ExpectKeys.Add(step, expect) : step;
        step = map.Get(StepKeys.ThinkTime) is { } pause ? step.ThinkTime(pause) : step;
        foreach (var (key, value) in map.Get(StepKeys.Capture)?.Entries("an object of names") ?? [])
        {
            step = Capture(step, key.Value!, value);
        }
        return step;
    }

    private Func<User, HttpRequestMessage> Request(BenchMap map, HttpMethod method)
    {
        var reader = new TemplateReader(_captured);
        var path = Path(map.At(StepKeys.Path), reader);
        var headers = HeaderTemplate.Read(
            map.Get(StepKeys.Headers),
            map.Has(StepKeys.Body),
            reader
        );
        var body = map.Get(StepKeys.Body) is { } json ? JsonTemplate.Read(json, reader) : null;
        if (body is not null && (method == HttpMethod.Get || method == HttpMethod.Head))
        {
            throw map.At(StepKeys.Body)
                .Failed(
                    $"{map.At(StepKeys.Body).Path} is given with {method}; allowed: one of the two."
                );
        }
        var same = body?.Fixed is { } text ? Encoding.UTF8.GetBytes(text) : null;
        return user =>
        {
            var request = user.Get(path.Of(user));
            request.Method = method;
            if (body is not null)
            {
                request.Content = new ByteArrayContent(
                    same ?? Encoding.UTF8.GetBytes(body.Of(user))
                );
                request.Content.Headers.ContentType = Json;
            }
            foreach (var header in headers)
            {
                header.AddTo(request, user);
            }
            return request;
        };
    }

    private static Template Path(BenchNode node, TemplateReader reader)
    {
        var path = reader.Read(node, PathAllowed).Escaped(Uri.EscapeDataString);
        // What is filled in is escaped, and so as good as a letter.
        var shape = string.Concat(path.Parts.Select(part => part.IsLiteral ? part.Fixed : "x"));
        return UrlPath.IsOne(shape) ? path : throw node.Invalid(PathAllowed);
    }

    private Scenario Capture(Scenario step, string name, BenchNode node)
    {
        if (!TemplateExpression.Name().IsMatch(name))
        {
            throw node.Failed(
                $"{node.Path}: '{name}' is no name; allowed: letters, digits, _ and -, not a digit first."
            );
        }
        var read = CaptureKeys.Read(node);
        _captured.Add(name);
        var key = CapturedPart.KeyOf(name);
        return step.Check($"has {name}", reply => read(reply) is not null)
            .Then((user, reply) => user[key] = read(reply));
    }
}
