using System.Text;
using System.Text.RegularExpressions;

namespace Gateway;

/// <summary>
/// Guards one text that comes in pieces. Whatever the pieces, what comes out put together is the
/// same as for the whole text at once.
/// </summary>
/// <remarks>
/// Held back is only the end of the text so far that could still become a match or a longer one,
/// from where that match begins: at most <see cref="GuardrailRule.MaxMatchChars"/> characters. With
/// the built-in rules that is mostly the word that a piece ends with, since it might become an
/// e-mail address, until the next piece goes on with a space.
/// </remarks>
internal sealed class TextGuard(
    IReadOnlyList<GuardrailRule> rules,
    bool blocks,
    GuardrailMetrics metrics
)
{
    /// <summary>The rule's name in metrics where a search took too long.</summary>
    public const string TimedOut = "timeout";

    // One character that is out already, because \b looks back at it, and what is held back.
    private string _text = "";
    private int _heldFrom;

    /// <summary>Whether the text must not go on.</summary>
    public bool IsBlocked { get; private set; }

    /// <summary>Takes a piece and gives what may leave now.</summary>
    public string Take(string piece) => piece.Length == 0 ? "" : Take(piece, isEnd: false);

    /// <summary>Gives what was held back; the next piece begins a new text.</summary>
    public string End()
    {
        var rest = _text.Length == _heldFrom ? "" : Take("", isEnd: true);
        (_text, _heldFrom) = ("", 0);
        return rest;
    }

    private string Take(string piece, bool isEnd)
    {
        if (IsBlocked)
        {
            return "";
        }
        try
        {
            _text += piece;
            return Release(isEnd);
        }
        catch (RegexMatchTimeoutException)
        {
            // What could not be looked at must not leave.
            IsBlocked = true;
            metrics.Hit(TimedOut, blocks: true);
            return "";
        }
    }

    private string Release(bool isEnd)
    {
        var scan = new GuardrailScan(rules, _text);
        StringBuilder? changed = null;
        var (outFrom, from) = (_heldFrom, _heldFrom);
        int held;
        while (true)
        {
            held = isEnd ? _text.Length : scan.HeldFrom(from);
            if (scan.Next(from) is not { } hit || hit.Start >= held)
            {
                break;
            }
            from = hit.Start + Math.Max(hit.Length, 1);
            if (hit.Rule is null)
            {
                continue;
            }
            metrics.Hit(hit.Rule, blocks);
            (changed ??= new()).Append(_text, outFrom, hit.Start - outFrom);
            if (blocks)
            {
                IsBlocked = true;
                return changed.ToString();
            }
            changed.Append("[redacted ").Append(hit.Rule).Append(']');
            outFrom = from;
        }
        var released = _text[outFrom..held];
        var context = Math.Max(held - 1, 0);
        _text = _text[context..];
        _heldFrom = held - context;
        return changed is null ? released : changed.Append(released).ToString();
    }
}
