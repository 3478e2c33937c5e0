"""The Streamlit app: pages and controls. Nothing is computed here; it shows what model and analysis return."""
