extension PolicyHelp {
  /// A document that applies as it stands; a test holds that.
  static let example = """
    {
      "calendars": [
        {
          "name": "oficina",
          "zone": "America/Mexico_City",
          "hours": {"mon-fri": ["09:00-14:00", "16:00-19:00"], "sat": ["10:00-14:00"]},
          "holidays": "MX",
          "exceptions": {"2026-12-24": ["09:00-13:00"], "2026-12-31": []}
        },
        {
          "name": "nocturno",
          "zone": "America/Mexico_City",
          "hours": {"mon-fri": ["22:00-06:00"]}
        }
      ],
      "usual_calendar": "oficina",
      "channels": {
        "whatsapp": {"capacity": 6, "no_answer": "15m", "inactive": "30m"},
        "chat": {"capacity": 3, "synchronous": true, "offer": "30s", "calendar": "oficina"},
        "phone": {"blocking": true}
      },
      "skills": ["ventas", "portugués"],
      "queues": [
        {
          "name": "ventas",
          "condition": "channel:whatsapp tag:ventas",
          "groups": ["ventas", {"name": "apoyo", "after": "10m"}],
          "fallback": {"queue": "general", "after": "30m"},
          "required_skills": {"ventas": 2},
          "optional_skills": {"portugués": 3},
          "skill_timeout": "5m",
          "maximum_wait": "2h"
        },
        {"name": "noche", "condition": "channel:phone", "calendar": "nocturno"}
      ],
      "sla": [
        {
          "name": "vip",
          "condition": "segment:A",
          "targets": {"first_reply": "15m", "next_reply": "30m", "resolution": "1d"},
          "hold_counts": true
        },
        {
          "name": "usual",
          "targets": {
            "first_reply": {"urgent": "15m", "high": "1h", "normal": "4h", "low": "8h"},
            "resolution": {"urgent": "4h", "high": "1d", "normal": "3d"}
          },
          "solve_counts": true,
          "reopen_within": "7d"
        }
      ],
      "routing": {
        "order": "sla",
        "method": "spare",
        "raise": {"segments": ["A"]},
        "affinity": "10m",
        "wave_cap": true,
        "misses": 3,
        "exclusion": "30m",
        "idle": "30m",
        "states": {"online": "all", "away": ["email"], "capacitación": []}
      }
    }

    """
}
