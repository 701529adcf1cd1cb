using System.Text;
using System.Text.RegularExpressions;

namespace GatewayBench;

/// <summary>
/// What is replied to some requests, step by step. The step follows from the request alone: it is
/// the number of the assistant's messages after the last one of the user. So an agent's loop gets
/// the next step each time that it comes back with a tool's result, at any concurrency.
/// </summary>
/// <remarks>
/// After its last step a script repeats its last text; one that ends with a call replies with drawn
/// text then, so that a loop always ends. A step that calls is passed over, in favour of the next
/// text, where a request offers no tools or forbids calls.
/// </remarks>
public sealed class ReplyScript
{
    private readonly List<ScriptStep> _steps = [];
    private readonly string? _contains;
    private readonly Regex? _pattern;
    private string? _model;

    internal ReplyScript(string? contains = null, Regex? pattern = null)
    {
        _contains = contains;
        _pattern = pattern;
    }

    internal bool ReadsUserText => _contains is not null || _pattern is not null;

    internal bool HasSteps => _steps.Count > 0;

    /// <summary>Lets the script match only requests for one model.</summary>
    /// <param name="model">Its name, as requests give it.</param>
    public ReplyScript ForModel(string model)
    {
        _model = model;
        return this;
    }

    /// <summary>Adds a step that calls a tool, whether or not it is among those offered.</summary>
    /// <param name="name">The tool's name.</param>
    /// <param name="arguments">What is written as JSON; a string is taken as it is, so that malformed
    /// arguments can be scripted. Null for <c>{}</c>.</param>
    public ReplyScript CallTool(string name, object? arguments = null)
    {
        _steps.Add(new ScriptStep(null, [ToolArguments.Call(name, arguments)]));
        return this;
    }

    /// <summary>Adds a call to the step before, which is one that calls: both are made at once.</summary>
    /// <inheritdoc cref="CallTool"/>
    /// <exception cref="InvalidOperationException">The step before calls no tool.</exception>
    public ReplyScript AndCallTool(string name, object? arguments = null)
    {
        if (_steps.LastOrDefault() is not { Text: null } last)
        {
            throw new InvalidOperationException(
                $"{nameof(AndCallTool)}(\"{name}\") has no {nameof(CallTool)} right before it."
            );
        }
        _steps[^1] = last with
        {
            AllCalls = [.. last.AllCalls, ToolArguments.Call(name, arguments)],
        };
        return this;
    }

    /// <summary>Adds a step that replies with a text.</summary>
    /// <param name="text">Any text; an empty one gives an empty reply.</param>
    public ReplyScript Then(string text)
    {
        _steps.Add(new ScriptStep(new ScriptedText(Encoding.UTF8.GetBytes(text)), []));
        return this;
    }

    internal ReplyScript Copy()
    {
        var copy = new ReplyScript(_contains, _pattern) { _model = _model };
        copy._steps.AddRange(_steps);
        return copy;
    }

    internal bool Matches(ModelRequest request) =>
        (_model is null || _model == request.Model)
        && (
            _contains is null
            || request.UserText?.Contains(_contains, StringComparison.OrdinalIgnoreCase) == true
        )
        && (_pattern is null || (request.UserText is { } text && IsMatch(_pattern, text)));

    /// <summary>The step that a request has come to; null for none.</summary>
    internal ScriptStep? StepOf(ModelRequest request)
    {
        var mayCall = request.Tools?.AllowsCalls == true;
        for (var i = request.TurnStep; i < _steps.Count; i++)
        {
            if (mayCall || _steps[i].Text is not null)
            {
                return _steps[i];
            }
        }
        return _steps[^1].Text is not null ? _steps[^1] : null;
    }

    // A pattern that takes too long does not match; an answer must not depend on patience otherwise.
    private static bool IsMatch(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
